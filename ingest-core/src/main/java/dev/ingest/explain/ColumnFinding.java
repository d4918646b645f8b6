package dev.ingest.explain;

import dev.ingest.row.HeaderMatch.Binding;

/**
 * The column that a cell belongs to.
 *
 * @param description the column as the schema prints it: {@code value: Double, nullable, lenient}
 * @param header the cell that heads it, and how that matched
 */
public record ColumnFinding(String description, Binding header) {

  /** Returns the column's name in the schema. */
  public String name() {
    return header.column();
  }
}
