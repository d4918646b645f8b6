package dev.ingest.row;

import dev.ingest.naming.NormalName;
import dev.ingest.workbook.CellAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a schema were found in the header row.
 *
 * @param row the header's row, counted from 1; 0 where no row holds headers
 * @param rowsAbove physical rows above it
 * @param bindings one per column of the schema, in its order
 * @param unexpected headers that no column asked for
 */
public record HeaderMatch(
    int row, int rowsAbove, List<Binding> bindings, List<Unexpected> unexpected) {

  /** How a header was recognised. */
  public enum How {
    /** Letter for letter. */
    EXACT("exact"),
    /** After normalising: Unicode compatibility, white space, case. */
    NORMALISED("normalised"),
    /** By a declared alias. */
    ALIAS("alias"),
    /** By the column's declared position, whatever its header says. */
    POSITION("position"),
    /** Not at all: the column is null in all rows, as {@link MissingColumn#NULL} has it. */
    MISSING("missing");

    private final String label;

    How(String label) {
      this.label = label;
    }

    /** Returns the word for people. */
    public String label() {
      return label;
    }
  }

  /**
   * A column and the cell that heads it.
   *
   * @param column the schema's name
   * @param header as the sheet has it; empty where there is none
   * @param cell in the header's row; where the column is missing, the first cell of that row, and
   *     where no row holds headers, the column's cell in the first row
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

  /** Returns how many rows hold headers: one or none. */
  public int rows() {
    return row == 0 ? 0 : 1;
  }

  /**
   * Returns whether the table lacks a column.
   *
   * @param column its position in the schema, counted from 0
   */
  public boolean isMissing(int column) {
    return bindings.get(column).how() == How.MISSING;
  }

  /** Returns whether the table lacks any column. */
  public boolean hasMissing() {
    for (int i = 0; i < bindings.size(); i++) {
      if (isMissing(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns where in the sheet a column is.
   *
   * @param column its position in the schema, counted from 0
   * @return counted from 1; beyond the grid, where no row has a cell, if the column is missing
   */
  public int position(int column) {
    return isMissing(column) ? CellAddress.MAX_COLUMN + 1 : bindings.get(column).cell().column();
  }

  /** Returns the {@linkplain #position positions} of all columns, in the schema's order. */
  public List<Integer> positions() {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < bindings.size(); i++) {
      positions.add(position(i));
    }
    return List.copyOf(positions);
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
