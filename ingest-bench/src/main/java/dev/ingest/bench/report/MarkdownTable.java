package dev.ingest.bench.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown; the first column is text, the others are figures. */
public final class MarkdownTable {

  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** Starts a table. */
  public MarkdownTable(String... headers) {
    this.columns = headers.length;
    lines.add(line(headers));
    lines.add("|---" + "|---:".repeat(columns - 1) + "|");
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has another number of cells than the header
   */
  public void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "table: expected %s cells, found %s".formatted(columns, cells.length));
    }
    lines.add(line(cells));
  }

  private static String line(String[] cells) {
    StringBuilder line = new StringBuilder("|");
    for (String cell : cells) {
      line.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return line.toString();
  }

  /** Returns the table, a line for each row. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
