package dev.ingest.annotate;

import java.util.List;

/**
 * What is said in a copy of the run that it was made by.
 *
 * @param sheet the sheet that was read
 * @param headerRow the header's row, counted from 1; 0 where none was found
 * @param taken whether the rows without problems were loaded or converted; else the file was
 *     refused, and the next round has to bring them all
 * @param pending whether rows that an earlier round marked are still to come, since this one was
 *     asked for them and has refused the file; they stay listed, whether they are bad or not
 * @param columns where the columns are that were read, in the order of the schema, counted from 1;
 *     a missing one is beyond the grid
 * @param anchored whether rows were compared with the first one, which a copy without it would lack
 */
public record Round(
    String sheet,
    int headerRow,
    List<Integer> columns,
    boolean taken,
    boolean pending,
    boolean anchored) {

  /** Keeps its own copy. */
  public Round {
    columns = List.copyOf(columns);
  }
}
