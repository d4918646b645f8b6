package dev.ingest.problem;

import dev.ingest.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know, though nothing is wrong.
 *
 * @param code what it is about, for programs
 * @param column the schema's column; empty if it is of none, or of several
 * @param cell where it is, or where the first of them is; null where it is nowhere in particular
 * @param count how many there are of what the code says, from 1 on
 * @param message the sentence for people
 */
public record Note(
    NoteCode code, String column, @Nullable CellAddress cell, long count, String message) {

  /** Makes a note about the file or the run as a whole. */
  public static Note of(NoteCode code, String message) {
    return of(code, 1, message);
  }

  /** Makes a note about so many of something. */
  public static Note of(NoteCode code, long count, String message) {
    return new Note(code, "", null, count, message);
  }
}
