package dev.ingest.problem;

import dev.ingest.workbook.CellKind;
import java.util.List;

/**
 * What stood in a cell with a problem, and beside it, when the problem was found. Texts are
 * shortened, as in {@link Problem}.
 *
 * @param kind what the cell holds
 * @param length how many characters it stores, before they were shortened
 * @param row the cells of the row around it, itself included, from left to right
 */
public record Surroundings(CellKind kind, int length, List<Neighbour> row) {

  /**
   * One cell of the row.
   *
   * @param column counted from 1
   * @param header the header above it, empty if there is none
   * @param kind what it holds
   * @param raw what it stores, shortened
   */
  public record Neighbour(int column, String header, CellKind kind, String raw) {

    /** Shortens the texts. */
    public Neighbour {
      header = Problem.shortened(header);
      raw = Problem.shortened(raw);
    }
  }

  /** Keeps its own copy. */
  public Surroundings {
    row = List.copyOf(row);
  }

  /**
   * Returns the class of the number format: {@code date} or {@code other} for numbers, which alone
   * have one; else empty.
   */
  public String format() {
    return switch (kind) {
      case DATE -> "date";
      case NUMBER -> "other";
      default -> "";
    };
  }
}
