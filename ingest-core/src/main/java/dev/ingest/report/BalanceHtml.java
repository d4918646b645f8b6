package dev.ingest.report;

import dev.ingest.pipeline.RowCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The balance of the rows, drawn as a bar: physical = the sum of all fates. */
final class BalanceHtml {

  /**
   * One part of the bar.
   *
   * @param style its colour's name in the style sheet
   */
  private record Part(String style, String label, long rows) {}

  private BalanceHtml() {}

  static void write(RowCounts rows, HtmlText html) {
    if (rows.physical() == 0) {
      return;
    }
    List<Part> parts = parts(rows);
    html.open("section", "class", "balance").element("h2", "Every row");
    bar(parts, rows, html);
    html.open("ul", "class", "legend");
    for (Part part : parts) {
      html.open("li").element("i", "", "class", part.style).text(part.label + " ");
      html.element("b", Counted.grouped(part.rows)).close("li");
    }
    html.close("ul").close("section");
  }

  private static List<Part> parts(RowCounts rows) {
    List<Part> parts = new ArrayList<>();
    add(parts, "accepted", "accepted", rows.accepted());
    add(parts, "rejected", "rejected", rows.rejected());
    rows.filtered()
        .forEach((name, count) -> add(parts, "filtered", "filtered, not: " + name, count));
    rows.skipped().forEach((name, count) -> add(parts, "skipped", "skipped, " + name, count));
    add(parts, "blank", "blank", rows.blank());
    add(parts, "head", "header", rows.header());
    return parts;
  }

  private static void add(List<Part> parts, String style, String label, long rows) {
    if (rows > 0) {
      parts.add(new Part(style, label, rows));
    }
  }

  private static void bar(List<Part> parts, RowCounts rows, HtmlText html) {
    String sum =
        parts.stream()
            .map(part -> Counted.grouped(part.rows) + " " + part.label)
            .collect(Collectors.joining(" + "));
    String said = Counted.of(rows.physical(), "row") + " = " + sum;
    html.open("div", "class", "bar", "role", "img", "aria-label", said);
    for (Part part : parts) {
      html.element(
          "span",
          "",
          "class",
          part.style,
          "style",
          "flex-grow:" + part.rows,
          "title",
          part.label + ": " + Counted.grouped(part.rows));
    }
    html.close("div");
    html.open("p", "class", "sum").element("b", Counted.of(rows.physical(), "row"));
    html.text(" stored in the sheet, each with one fate:").close("p");
  }
}
