package dev.ingest.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.decode.DecodeOutcome;
import dev.ingest.decode.DecodeStep;
import dev.ingest.explain.CellExplanation;
import dev.ingest.explain.CellResult;
import dev.ingest.explain.ColumnFinding;
import dev.ingest.explain.RowFate;
import dev.ingest.problem.Problem;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.CellStyle;
import java.util.Locale;

/**
 * Why a cell is what it is, as JSON. Its names are part of the API: they are added to, never
 * renamed. Absent parts are left out. Rows and columns count from 1, styles from 0. See {@link
 * Schemas#explanation()}.
 */
public final class ExplanationJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExplanationJson() {}

  /** Returns one JSON object, indented. */
  public static String pretty(CellExplanation explanation) {
    return tree(explanation).toPrettyString();
  }

  private static ObjectNode tree(CellExplanation explanation) {
    ObjectNode json = NODES.objectNode();
    json.put("file", explanation.file());
    json.put("kind", lower(explanation.kind()));
    json.put("address", explanation.at().toString());
    json.put("sheet", explanation.at().sheet());
    json.put("row", explanation.at().row());
    json.put("column", explanation.at().column());
    json.put("pipeline", explanation.pipeline());
    explanation.source().ifPresent(source -> source(json, source));
    ObjectNode cell = json.putObject("cell");
    cell.put("kind", explanation.cell().kind().name());
    cell.put("raw", explanation.cell().raw());
    explanation.cell().date().ifPresent(date -> cell.put("date", date));
    ArrayNode remarks = json.putArray("remarks");
    explanation.remarks().forEach(remarks::add);
    json.put("place", explanation.place().name());
    explanation.column().ifPresent(column -> json.set("schemaColumn", column(column)));
    ArrayNode steps = json.putArray("steps");
    explanation.steps().forEach(step -> steps.add(step(step)));
    result(json, explanation.result());
    json.set("outcome", row(explanation.row()));
    return json;
  }

  private static void source(ObjectNode json, CellSource source) {
    ObjectNode stored = json.putObject("stored");
    stored.put("where", source.where());
    stored.put("text", source.text());
    source.shared().ifPresent(shared -> stored.put("sharedString", shared));
    source.style().ifPresent(style -> json.set("style", style(style)));
  }

  private static ObjectNode style(CellStyle style) {
    ObjectNode json = NODES.objectNode();
    json.put("index", style.index());
    json.put("numberFormat", style.formatId());
    style.code().ifPresent(code -> json.put("code", code));
    json.put("builtIn", style.builtIn());
    json.put("formatClass", style.formatClass().label());
    return json;
  }

  private static ObjectNode column(ColumnFinding column) {
    ObjectNode json = NODES.objectNode();
    json.put("name", column.name());
    json.put("description", column.description());
    json.put("header", column.header().header());
    json.put("headerCell", column.header().cell().toString());
    json.put("match", column.header().how().label());
    return json;
  }

  private static ObjectNode step(DecodeStep step) {
    ObjectNode json = NODES.objectNode();
    json.put("step", step.step());
    json.put("given", step.given());
    json.put("outcome", word(step.outcome()));
    json.put("result", step.outcome().toString());
    return json;
  }

  private static String word(DecodeOutcome outcome) {
    if (outcome instanceof DecodeOutcome.Value) {
      return "value";
    }
    if (outcome instanceof DecodeOutcome.Absent) {
      return "null";
    }
    return outcome instanceof DecodeOutcome.Refused ? "refused" : "passed on";
  }

  private static void result(ObjectNode json, CellResult result) {
    Object value = result.value();
    if (value != null) {
      json.put("value", value.toString());
    }
    result.reason().ifPresent(reason -> json.put("nullReason", reason.label()));
    result.problem().ifPresent(problem -> json.set("problem", problem(problem)));
  }

  private static ObjectNode row(RowFate row) {
    ObjectNode json = NODES.objectNode();
    json.put("row", row.outcome().name());
    row.rule().ifPresent(rule -> json.put("rule", rule));
    ArrayNode problems = json.putArray("problems");
    row.problems().forEach(problem -> problems.add(problem(problem)));
    return json;
  }

  private static ObjectNode problem(Problem problem) {
    ObjectNode json = NODES.objectNode();
    json.put("code", problem.code().name());
    if (problem.cell() != null) {
      json.put("cell", problem.cell().toString());
    }
    if (!problem.column().isEmpty()) {
      json.put("column", problem.column());
    }
    json.put("message", problem.message());
    if (!problem.hint().isEmpty()) {
      json.put("hint", problem.hint());
    }
    return json;
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
