package dev.ingest.report;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Nulls and problems by column, with their reasons. */
final class ColumnsHtml {

  private final IngestReport report;
  private final HtmlText html;

  private ColumnsHtml(IngestReport report, HtmlText html) {
    this.report = report;
    this.html = html;
  }

  static void write(IngestReport report, HtmlText html) {
    if (!report.nulls().isEmpty() || !report.problemsByColumn().isEmpty()) {
      new ColumnsHtml(report, html).write();
    }
  }

  private void write() {
    html.open("section").element("h2", "Columns").open("div", "class", "wide").open("table");
    html.open("thead").open("tr");
    html.element("th", "column").element("th", "problems").element("th", "nulls");
    html.close("tr").close("thead").open("tbody");
    columns().forEach(this::column);
    html.close("tbody").close("table").close("div").close("section");
  }

  /** All columns in the schema's order where it is known, so that a clean one shows as clean. */
  private Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    HeaderMatch header = report.header();
    if (header != null) {
      header.bindings().forEach(binding -> columns.add(binding.column()));
    }
    columns.addAll(report.problemsByColumn().keySet());
    columns.addAll(report.nulls().keySet());
    return columns;
  }

  private void column(String column) {
    html.open("tr").open("th", "scope", "row").element("bdi", column).end("th");
    counts(report.problemsByColumn().getOrDefault(column, Map.of()), ProblemCode::name, "bad");
    counts(report.nulls().getOrDefault(column, Map.of()), NullReason::label, "null");
    html.close("tr");
  }

  private <T> void counts(Map<T, Long> counts, Function<T, String> name, String style) {
    html.open("td");
    if (counts.isEmpty()) {
      html.element("span", "none", "class", "none");
    }
    counts.forEach(
        (reason, count) -> {
          html.open("span", "class", "chip " + style).text(name.apply(reason) + "\u00a0");
          html.element("b", Counted.grouped(count)).end("span").text(" ");
        });
    html.close("td");
  }
}
