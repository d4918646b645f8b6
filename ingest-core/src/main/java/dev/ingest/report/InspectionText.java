package dev.ingest.report;

import dev.ingest.inspect.HeaderCandidate;
import dev.ingest.inspect.Inspection;
import dev.ingest.inspect.SheetInspection;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.Sheet.Visibility;
import dev.ingest.workbook.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a workbook holds as lines of at most 80 characters. */
public final class InspectionText {

  private static final int WIDTH = 80;
  private static final int MOST_LINES = 20;

  private final List<String> lines = new ArrayList<>();

  private InspectionText() {}

  /** Returns the lines, without a line end after the last. */
  public static String of(Inspection inspection) {
    InspectionText text = new InspectionText();
    text.file(inspection);
    text.lines.add("");
    text.lines.addAll(SheetLines.of(inspection.sheets(), WIDTH));
    List<String> more = new ArrayList<>();
    for (SheetInspection sheet : inspection.sheets()) {
      sheet.headers().forEach(header -> more.add(header(sheet, header)));
    }
    text.section("header", more, Function.identity());
    text.section("table", inspection.tables(), InspectionText::table);
    text.section("name", inspection.names(), InspectionText::name);
    return String.join("\n", text.lines);
  }

  private void file(Inspection inspection) {
    line("file", inspection.file());
    line("kind", inspection.kind().name().toLowerCase(Locale.ROOT));
    inspection.producer().ifPresent(producer -> line("producer", producer));
    line("size", String.format(Locale.ROOT, "%,d bytes", inspection.bytes()));
    line("dates", inspection.dateSystem() == DateSystem.BASE_1904 ? "from 1904" : "from 1900");
  }

  private <T> void section(String label, List<T> all, Function<T, String> shown) {
    if (!all.isEmpty()) {
      lines.add("");
    }
    all.stream().limit(MOST_LINES).forEach(one -> line(label, shown.apply(one)));
    if (all.size() > MOST_LINES) {
      line(label, (all.size() - MOST_LINES) + " more, see --json");
    }
  }

  private static String header(SheetInspection sheet, HeaderCandidate header) {
    String row = new CellAddress(sheet.name(), header.row(), 1).toString();
    return "%s: %s"
        .formatted(row.replaceFirst("A(\\d+)$", "$1"), String.join(", ", header.texts()));
  }

  private static String table(SheetTable table) {
    String totals = table.totalsRows() > 0 ? ", with totals" : "";
    return "%s = %s%s: %s"
        .formatted(table.name(), table.range(), totals, String.join(", ", table.columns()));
  }

  private static String name(DefinedName name) {
    String scope = name.scope().map(sheet -> " (of sheet " + sheet + ")").orElse("");
    return "%s%s = %s"
        .formatted(
            name.name(), scope, name.range().map(CellRange::toString).orElse(name.formula()));
  }

  private void line(String label, String value) {
    lines.add(SheetLines.cut("%-8s  %s".formatted(label, value), WIDTH));
  }

  /** Returns the word for a sheet that is not shown, short enough for the table. */
  static String shown(Visibility visibility) {
    return visibility == Visibility.VERY_HIDDEN ? "very hidden" : visibility.label();
  }
}
