package dev.ingest.load;

import java.util.List;

/**
 * A row of a file that its table refuses, and what the database says of it.
 *
 * @param record which row of the file, counted from 1, the header aside
 * @param columns the columns that it is about; empty where it is about the row, or nobody knows
 * @param state the SQLSTATE, or the database's own code where it has no such
 * @param said what the database says, without any value of the row
 */
public record RefusedRow(long record, List<String> columns, String state, String said) {

  /** Keeps its own copy. */
  public RefusedRow {
    columns = List.copyOf(columns);
  }
}
