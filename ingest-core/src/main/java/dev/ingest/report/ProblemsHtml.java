package dev.ingest.report;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.problem.Problem;
import dev.ingest.problem.Surroundings;
import dev.ingest.workbook.CellAddress;
import org.jspecify.annotations.Nullable;

/** The list of problems, each with the cells around it. */
final class ProblemsHtml {

  /** A page of more is scrolled by nobody; the rejects have them all. */
  private static final int SHOWN = 200;

  private final HtmlText html;
  private final int headerRow;

  private ProblemsHtml(HtmlText html, int headerRow) {
    this.html = html;
    this.headerRow = headerRow;
  }

  static void write(IngestReport report, HtmlText html) {
    if (report.problems().isEmpty()) {
      return;
    }
    html.open("section", "class", "problems");
    html.open("h2").text("Problems ");
    html.element("span", Counted.grouped(report.problemCount()), "class", "count").close("h2");
    html.open("ol");
    ProblemsHtml list = new ProblemsHtml(html, report.header() == null ? 0 : report.header().row());
    report.problems().stream().limit(SHOWN).forEach(list::problem);
    html.close("ol");
    long more = report.problemCount() - Math.min(SHOWN, report.problems().size());
    if (more > 0) {
      html.element("p", "And " + Counted.grouped(more) + " more, which rejects.jsonl lists.");
    }
    html.close("section");
  }

  private void problem(Problem problem) {
    html.open("li").open("div", "class", "what").open("p", "class", "where");
    CellAddress cell = problem.cell();
    html.element("b", cell == null ? "the file" : cell.toString()).text(" ");
    if (!problem.column().isEmpty()) {
      html.element("bdi", problem.column(), "class", "column").text(" ");
    }
    html.element("span", problem.code().name(), "class", "chip bad").close("p");
    html.element("p", problem.message(), "class", "message");
    if (!problem.hint().isEmpty()) {
      html.element("p", problem.hint(), "class", "hint");
    }
    html.close("div");
    grid(cell, problem.around());
    html.close("li");
  }

  private void grid(@Nullable CellAddress cell, @Nullable Surroundings around) {
    if (cell != null && around != null && !around.row().isEmpty()) {
      GridHtml.write(cell, around.row(), headerRow, html);
    }
  }
}
