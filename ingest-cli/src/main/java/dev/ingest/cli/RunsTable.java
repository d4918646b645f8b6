package dev.ingest.cli;

import dev.ingest.load.LedgerEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs as a table that fits a terminal. Where it is too wide, the times go first, since ids begin
 * with one; then files lose their beginnings, then tables; a run's id is never cut, as it is what
 * one asks on with.
 */
final class RunsTable {

  private static final int SHORTEST_TABLE = 8;
  private static final int SHORTEST_FILE = 12;
  private static final String GAP = "  ";

  private static final List<String> HEADERS =
      List.of("run", "loaded", "outcome", "table", "in", "out", "file");
  private static final int LOADED = 1;
  private static final int TABLE = 3;
  private static final int FILE = 6;

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths = new int[HEADERS.size()];

  private RunsTable() {}

  /**
   * Returns the table, without a line end after the last.
   *
   * @param columns of the terminal
   */
  static String of(List<LedgerEntry> lines, int columns) {
    RunsTable table = new RunsTable();
    table.add(HEADERS);
    lines.forEach(line -> table.add(row(line)));
    table.fit(columns);
    return table.render() + "\n(" + lines.size() + (lines.size() == 1 ? " run)" : " runs)");
  }

  private static List<String> row(LedgerEntry line) {
    return List.of(
        line.identity().run(),
        RunText.minute(line.loadedAt()),
        line.outcome().label(),
        line.table(),
        String.valueOf(line.inserted()),
        String.valueOf(line.deleted()),
        RunText.file(line.identity().origin()));
  }

  private void add(List<String> row) {
    List<String> plain = row.stream().map(text -> text.replaceAll("\\p{Cntrl}", " ")).toList();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(plain.get(i)));
    }
    rows.add(plain);
  }

  private void fit(int columns) {
    if (width() > columns) {
      widths[LOADED] = 0;
    }
    shorten(FILE, SHORTEST_FILE, columns);
    shorten(TABLE, SHORTEST_TABLE, columns);
  }

  private void shorten(int column, int shortest, int columns) {
    int tooMany = width() - columns;
    if (tooMany > 0) {
      widths[column] = Math.min(widths[column], Math.max(shortest, widths[column] - tooMany));
    }
  }

  private int width() {
    int width = -GAP.length();
    for (int each : widths) {
      width += each == 0 ? 0 : each + GAP.length();
    }
    return width;
  }

  private String render() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > 0) {
          cells.add(padded(i, cut(row.get(i), widths[i])));
        }
      }
      lines.add(String.join(GAP, cells).stripTrailing());
    }
    return String.join("\n", lines);
  }

  /** Numbers stand on the right. */
  private String padded(int column, String text) {
    String blanks = " ".repeat(widths[column] - length(text));
    boolean number = column > TABLE && column < FILE;
    return number ? blanks + text : text + blanks;
  }

  /** The end of a name tells more than its beginning. */
  private static String cut(String text, int width) {
    int tooMany = length(text) - width;
    return tooMany <= 0 ? text : "…" + text.substring(text.offsetByCodePoints(0, tooMany + 1));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
