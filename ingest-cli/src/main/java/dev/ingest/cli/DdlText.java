package dev.ingest.cli;

import dev.ingest.aws.ddl.TableDiff;
import java.util.ArrayList;
import java.util.List;

/** How a table differs, as lines for a terminal. */
final class DdlText {

  private DdlText() {}

  /**
   * Returns one fact a line, without a line end after the last.
   *
   * @param done the statements that were run before the table was compared
   */
  static String of(TableDiff diff, List<String> done) {
    List<String> lines = new ArrayList<>();
    fact(lines, "table", diff.table() + (diff.there() ? "" : ": not there"));
    done.forEach(statement -> fact(lines, "ran", oneLine(statement)));
    diff.mismatches().forEach(mismatch -> fact(lines, "differs", mismatch));
    diff.warnings().forEach(warning -> fact(lines, "note", warning));
    diff.create().ifPresent(statement -> fact(lines, "missing", oneLine(statement)));
    diff.add().forEach(statement -> fact(lines, "missing", statement));
    fact(lines, "outcome", outcome(diff));
    return String.join("\n", lines);
  }

  static String outcome(TableDiff diff) {
    return diff.fits() ? "fits" : diff.there() ? "differs" : "missing";
  }

  private static String oneLine(String statement) {
    return statement.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
  }

  private static void fact(List<String> lines, String name, String value) {
    lines.add("%-9s %s".formatted(name, value));
  }
}
