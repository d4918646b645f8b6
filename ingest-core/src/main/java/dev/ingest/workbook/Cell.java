package dev.ingest.workbook;

import dev.ingest.naming.Spaces;
import java.time.LocalDateTime;

/**
 * One cell of the current row: a view, valid until the next row is read. {@link #snapshot()} keeps
 * it.
 *
 * <p>Ask {@link #kind()} first: each value method answers for its kinds only and throws {@link
 * IllegalStateException} for the others, since a number asked of a text cell is a mistake in the
 * caller. Not thread-safe.
 */
public interface Cell {

  /** Returns what the cell holds. */
  CellKind kind();

  /**
   * Returns whether a table would call the cell blank: nothing is stored, or text of nothing but
   * white space, no-break spaces too.
   */
  default boolean isBlank() {
    CellKind kind = kind();
    return kind == CellKind.BLANK || kind == CellKind.TEXT && Spaces.isBlank(text());
  }

  /** Returns the column, counted from 1. */
  int column();

  /** Returns the number of a {@link CellKind#NUMBER}, or the serial of a {@link CellKind#DATE}. */
  double number();

  /** Returns the text of a {@link CellKind#TEXT}: runs joined, escapes decoded, not trimmed. */
  String text();

  /** Returns the value of a {@link CellKind#LOGICAL}. */
  boolean logical();

  /** Returns the error of a {@link CellKind#ERROR}. */
  ExcelError error();

  /**
   * Returns the date and time of a {@link CellKind#DATE}, or of a {@link CellKind#NUMBER} taken as
   * a serial in the workbook's date system.
   *
   * @throws java.time.DateTimeException if the serial has no date, see {@link DateSystem#dateTime}
   */
  LocalDateTime dateTime();

  /** Returns what the file stores, as text for messages: {@code 43862}, {@code #N/A}, or empty. */
  String raw();

  /** Returns an immutable copy that outlives the row. */
  CellValue snapshot();

  /** Returns a cell that holds a text. */
  static Cell ofText(String text, int column) {
    return new SnapshotCell(column, new CellValue.Text(text), text, null, null);
  }

  /**
   * Returns an immutable cell that outlives the row and answers like this one, but stands in
   * another column.
   *
   * @param column counted from 1
   */
  default Cell copyTo(int column) {
    return SnapshotCell.of(this, column);
  }
}
