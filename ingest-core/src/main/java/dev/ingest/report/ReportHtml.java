package dev.ingest.report;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Load;
import dev.ingest.pipeline.IngestReport.Output;
import dev.ingest.pipeline.IngestReport.RunFile;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as one page that stands alone: no script, nothing is fetched. It is read on a phone,
 * in the dark and on paper as well.
 */
public final class ReportHtml {

  private static final int VALUES_SHOWN = 10;

  /** Even if a value got past the escaping, no browser would run or fetch anything for it. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final IngestReport report;
  private final HtmlText html = new HtmlText();

  private ReportHtml(IngestReport report) {
    this.report = report;
  }

  /** Returns the page. */
  public static String of(IngestReport report) {
    ReportHtml page = new ReportHtml(report);
    page.page();
    return page.html.toString();
  }

  private void page() {
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", report.file() + ": " + report.outcome().label());
    html.open("style").raw(Schemas.resource("report.css")).close("style");
    html.close("head").open("body").open("main");
    head();
    BalanceHtml.write(report.rows(), html);
    notes();
    ProblemsHtml.write(report, html);
    ColumnsHtml.write(report, html);
    HeaderHtml.write(report.headerReport(), report.dayOrders(), html);
    files();
    foot();
    html.close("main").close("body").close("html");
  }

  private void head() {
    html.open("header", "class", "outcome " + report.outcome().label());
    html.element("p", report.outcome().label(), "class", "badge");
    html.element("h1", report.file());
    html.element("p", OutcomeLine.of(report), "class", "line");
    html.open("dl", "class", "facts");
    if (report.sheet() != null) {
      fact("sheet", report.sheet());
    }
    report.anchors().forEach((column, value) -> fact("same " + column, value.toString()));
    fact("pipeline", report.pipeline());
    fact("upload", report.key());
    if (report.version() != null) {
      fact("version", report.version());
    }
    Output output = report.output();
    if (output != null) {
      fact("output", output.location() + " · " + Counted.of(output.bytes(), "byte"), "long");
    }
    Load load = report.load();
    if (load != null) {
      load(load);
    }
    html.close("dl").close("header");
  }

  private void load(Load load) {
    fact(
        "table",
        "%s · %s deleted, %s inserted"
            .formatted(
                load.table(),
                Counted.of(load.result().deleted(), "row"),
                Counted.grouped(load.result().inserted())));
    for (String column : load.scope().columns()) {
      List<Object> values = load.scope().distinct(column);
      String first =
          values.stream()
              .limit(VALUES_SHOWN)
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      int more = values.size() - VALUES_SHOWN;
      fact("replaced " + column, more > 0 ? first + " and " + more + " more" : first);
    }
  }

  private void fact(String name, String value) {
    fact(name, value, "short");
  }

  private void fact(String name, String value, String style) {
    html.open("div", "class", style).element("dt", name);
    html.open("dd").element("bdi", value).end("dd").close("div");
  }

  private void notes() {
    if (!report.warnings().isEmpty()) {
      html.open("section").element("h2", "Worth knowing").open("ul", "class", "notes");
      report.warnings().forEach(warning -> html.element("li", warning));
      html.close("ul").close("section");
    }
  }

  private void files() {
    if (!report.files().isEmpty()) {
      html.open("section", "class", "files").element("h2", "Files").open("ul");
      report.files().forEach(this::file);
      html.close("ul").close("section");
    }
  }

  /** Files are linked where they lie beside this one. */
  private void file(RunFile file) {
    html.open("li");
    if (file.location().endsWith("/" + file.name()) || file.location().equals(file.name())) {
      html.element("a", file.name(), "href", file.name());
    } else {
      html.element("strong", file.name());
    }
    html.text(" ").element("span", file.location()).close("li");
  }

  private void foot() {
    List<String> parts = new ArrayList<>();
    parts.add("run " + report.run());
    parts.add("started " + report.startedAt().truncatedTo(ChronoUnit.SECONDS));
    if (report.input() != null) {
      parts.add("workbook " + Counted.of(report.input().bytes(), "byte"));
    }
    report
        .millis()
        .forEach((step, millis) -> parts.add(step + " " + Counted.grouped(millis) + " ms"));
    html.element("footer", String.join(" · ", parts));
  }
}
