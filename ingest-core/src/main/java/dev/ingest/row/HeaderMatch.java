package dev.ingest.row;

import dev.ingest.naming.NormalName;
import dev.ingest.workbook.CellAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a schema were found in the header row.
 *
 * @param row the header's row, counted from 1
 * @param rowsAbove physical rows above it
 * @param bindings one per column of the schema, in its order
 * @param unexpected headers that no column asked for
 */
public record HeaderMatch(
    int row, int rowsAbove, List<Binding> bindings, List<Unexpected> unexpected) {

  /** How a header was recognised. */
  public enum How {
    /** Letter for letter. */
    EXACT,
    /** After normalising: Unicode compatibility, white space, case. */
    NORMALISED,
    /** By a declared alias. */
    ALIAS
  }

  /**
   * A column and the cell that heads it.
   *
   * @param column the schema's name
   * @param header as the sheet has it
   */
  public record Binding(String column, String header, CellAddress cell, How how) {}

  /**
   * A header that no column asked for.
   *
   * @param header as the sheet has it
   */
  public record Unexpected(String header, CellAddress cell) {}

  /** Keeps its own copies. */
  public HeaderMatch {
    bindings = List.copyOf(bindings);
    unexpected = List.copyOf(unexpected);
  }

  /** Returns how a header answers to a column, or null if it does not. */
  static @Nullable How how(String header, ColumnSchema<?> column) {
    if (header.equals(column.header())) {
      return How.EXACT;
    }
    String normal = NormalName.of(header);
    if (normal.equals(NormalName.of(column.header()))) {
      return How.NORMALISED;
    }
    for (String alias : column.aliases()) {
      if (normal.equals(NormalName.of(alias))) {
        return How.ALIAS;
      }
    }
    return null;
  }
}
