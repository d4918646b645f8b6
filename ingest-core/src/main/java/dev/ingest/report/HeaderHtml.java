package dev.ingest.report;

import dev.ingest.decode.DayOrderFinding;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.Unexpected;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.HeaderReport.ColumnMatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the columns were found in the sheet, or what was found in their place. */
final class HeaderHtml {

  private HeaderHtml() {}

  static void write(
      @Nullable HeaderReport header, Map<String, DayOrderFinding> dayOrders, HtmlText html) {
    if (header == null) {
      return;
    }
    html.open("section").element("h2", "Headers").open("p");
    html.text(row(header)).close("p");
    html.open("div", "class", "wide").open("table").open("thead").open("tr");
    html.element("th", "cell").element("th", "header").element("th", "column");
    html.element("th", "match").close("tr").close("thead").open("tbody");
    header.columns().forEach(column -> column(html, column));
    for (Unexpected other : header.unexpected()) {
      row(html, "unused", other.cell().a1(), other.header(), "", "not used");
    }
    html.close("tbody").close("table").close("div");
    dayOrders.forEach((column, found) -> dayOrder(column, found, html));
    html.close("section");
  }

  /** Says which row it is, and why. */
  private static String row(HeaderReport header) {
    if (header.row() == 0) {
      return (header.isSound() ? "No row holds headers: " : "Not found: ") + header.why() + ".";
    }
    return (header.isSound() ? "Found in row " : "Row ")
        + header.row()
        + (header.isSound() ? ": " : " came nearest: ")
        + header.why()
        + ".";
  }

  private static void column(HtmlText html, ColumnMatch match) {
    String twice = match.cells().size() > 1 ? ", doubled" : "";
    for (Binding cell : match.cells()) {
      String how = cell.how().label() + twice;
      row(html, "used", cell.cell().a1(), cell.header(), match.column(), how);
    }
    if (match.cells().isEmpty()) {
      String near = match.didYouMean().map(text -> "; did you mean " + text + "?").orElse("");
      row(html, "missing", "", match.expected(), match.column(), "missing" + near);
    }
  }

  private static void dayOrder(String column, DayOrderFinding found, HtmlText html) {
    html.open("p", "class", "days").text("Day and month in ").open("bdi").text(column).end("bdi");
    html.text(": " + DayOrderLine.of(found)).close("p");
  }

  private static void row(
      HtmlText html, String style, String cell, String header, String column, String how) {
    html.open("tr", "class", style);
    html.element("td", cell, "class", "cell");
    html.open("td").element("bdi", header).end("td");
    html.open("td").element("bdi", column).end("td");
    html.open("td").element("span", how, "class", "chip").end("td").close("tr");
  }
}
