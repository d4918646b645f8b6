package dev.ingest.report;

import dev.ingest.decode.DayOrderFinding;
import dev.ingest.row.HeaderMatch;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the columns were found in the sheet. */
final class HeaderHtml {

  private HeaderHtml() {}

  static void write(
      @Nullable HeaderMatch header, Map<String, DayOrderFinding> dayOrders, HtmlText html) {
    if (header == null) {
      return;
    }
    html.open("section").element("h2", "Headers").open("p");
    html.text("Found in row " + header.row() + ".").close("p");
    html.open("div", "class", "wide").open("table").open("thead").open("tr");
    html.element("th", "cell").element("th", "header").element("th", "column");
    html.element("th", "match").close("tr").close("thead").open("tbody");
    for (HeaderMatch.Binding binding : header.bindings()) {
      String how = binding.how().name().toLowerCase(Locale.ROOT);
      row(html, binding.cell().a1(), binding.header(), binding.column(), how);
    }
    for (HeaderMatch.Unexpected other : header.unexpected()) {
      row(html, other.cell().a1(), other.header(), "", "not used");
    }
    html.close("tbody").close("table").close("div");
    dayOrders.forEach((column, found) -> dayOrder(column, found, html));
    html.close("section");
  }

  private static void dayOrder(String column, DayOrderFinding found, HtmlText html) {
    html.open("p", "class", "days").text("Day and month in ").open("bdi").text(column).end("bdi");
    html.text(": " + DayOrderLine.of(found)).close("p");
  }

  private static void row(HtmlText html, String cell, String header, String column, String how) {
    html.open("tr", "class", column.isEmpty() ? "unused" : "used");
    html.element("td", cell, "class", "cell");
    html.open("td").element("bdi", header).end("td");
    html.open("td").element("bdi", column).end("td");
    html.open("td").element("span", how, "class", "chip").end("td").close("tr");
  }
}
