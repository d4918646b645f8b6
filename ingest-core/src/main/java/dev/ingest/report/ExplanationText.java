package dev.ingest.report;

import dev.ingest.explain.CellExplanation;
import dev.ingest.explain.CellResult;
import dev.ingest.explain.CellState;
import dev.ingest.explain.ColumnFinding;
import dev.ingest.explain.RowFate;
import dev.ingest.problem.Problem;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.CellStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a cell is what it is, one fact a line, in the order in which it came about. */
public final class ExplanationText {

  private final List<String> lines = new ArrayList<>();

  private ExplanationText() {}

  /** Returns the lines, without a line end after the last. */
  public static String of(CellExplanation explanation) {
    ExplanationText text = new ExplanationText();
    text.line("cell", explanation.at().toString());
    text.line("file", explanation.file() + ", " + lower(explanation.kind()));
    explanation.source().ifPresent(text::source);
    text.line("kind", explanation.cell().kind().label());
    text.state(explanation.cell());
    explanation.remarks().forEach(remark -> text.line("note", remark));
    text.line("place", explanation.place().label() + ", pipeline " + explanation.pipeline());
    explanation.column().ifPresent(text::column);
    for (int i = 0; i < explanation.steps().size(); i++) {
      text.line("step " + (i + 1), explanation.steps().get(i).toString());
    }
    text.result(explanation.result());
    text.row(explanation);
    return String.join("\n", text.lines);
  }

  private void source(CellSource source) {
    line("stored", source.where());
    line("", source.text());
    source.shared().ifPresent(shared -> line("string", shared));
    source.style().ifPresent(this::style);
  }

  private void style(CellStyle style) {
    String code = style.code().map(one -> ", " + one).orElse(", the language's own");
    String from = style.builtIn() ? " (built in)" : "";
    line(
        "style", "%s, number format %s%s%s".formatted(style.index(), style.formatId(), from, code));
    line("format", style.formatClass().label());
  }

  private void state(CellState cell) {
    if (!cell.raw().isEmpty()) {
      line("raw", cell.raw());
    }
    cell.date().ifPresent(date -> line("date", date));
  }

  private void column(ColumnFinding column) {
    line("column", column.description());
    Binding header = column.header();
    line(
        "header",
        "\"%s\" at %s, %s"
            .formatted(
                Problem.shortened(header.header()), header.cell().a1(), header.how().label()));
  }

  private void result(CellResult result) {
    Optional.ofNullable(result.value()).ifPresent(value -> line("value", shown(value)));
    result.reason().ifPresent(reason -> line("null", reason.toString()));
    result.problem().ifPresent(problem -> line("problem", problem(problem)));
  }

  private static String shown(Object value) {
    String text = Problem.shortened(value.toString());
    return value instanceof String ? '"' + text + '"' : text;
  }

  private void row(CellExplanation explanation) {
    RowFate row = explanation.row();
    String rule = row.rule().map(name -> " by \"" + name + '"').orElse("");
    boolean spared = row.rule().isPresent() && !explanation.result().isNone();
    line("row", row.outcome().label() + rule + (spared ? ", so that its cells do not count" : ""));
    for (Problem problem : row.problems()) {
      if (!explanation.result().problem().equals(Optional.of(problem))) {
        line("", problem(problem));
      }
    }
  }

  private static String problem(Problem problem) {
    return problem.code() + ", " + problem.describe();
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private void line(String label, String value) {
    lines.add("%-8s  %s".formatted(label, value));
  }
}
