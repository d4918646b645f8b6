package dev.ingest.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.decode.DayOrderFinding;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadEffect;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.RowCounts;
import dev.ingest.problem.Note;
import dev.ingest.problem.Problem;
import dev.ingest.problem.Surroundings;
import dev.ingest.row.HeaderMatch;
import dev.ingest.workbook.CellAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report as JSON. Its names are part of the API: they are added to, never renamed. Absent parts
 * are left out. The published schema is {@link Schemas#report()}.
 */
public final class ReportJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReportJson() {}

  /** Returns the report as one JSON object, on one line. */
  public static String of(IngestReport report) {
    return JsonText.line(tree(report));
  }

  /** Returns the report as one JSON object, indented. */
  public static String pretty(IngestReport report) {
    return JsonText.indented(tree(report));
  }

  private static ObjectNode tree(IngestReport report) {
    ObjectNode json = NODES.objectNode();
    json.put("run", report.run());
    json.put("pipeline", report.pipeline());
    json.put("outcome", report.outcome().label());
    json.put("file", report.file());
    json.put("key", report.key());
    if (report.version() != null) {
      json.put("version", report.version());
    }
    json.put("startedAt", report.startedAt().toString());
    if (report.input() != null) {
      json.putObject("input").put("bytes", report.input().bytes());
    }
    if (report.sheet() != null) {
      json.put("sheet", report.sheet());
    }
    if (report.header() != null) {
      json.set("header", header(report.header()));
    }
    if (report.headerReport() != null) {
      json.set("headerReport", HeaderJson.of(report.headerReport()));
    }
    ObjectNode anchors = json.putObject("anchors");
    report.anchors().forEach((column, value) -> anchors.put(column, value.toString()));
    if (!report.dayOrders().isEmpty()) {
      ObjectNode orders = json.putObject("dayOrders");
      report.dayOrders().forEach((column, found) -> dayOrder(orders.putObject(column), found));
    }
    json.set("rows", rows(report.rows()));
    json.set("nulls", nulls(report));
    json.set("problems", problems(report));
    json.put("problemCount", report.problemCount());
    json.set("problemsByColumn", problemsByColumn(report));
    ArrayNode warnings = json.putArray("warnings");
    report.warnings().forEach(warnings::add);
    json.set("notes", notes(report));
    if (report.output() != null) {
      ObjectNode output = json.putObject("output");
      output.put("location", report.output().location());
      output.put("rows", report.output().rows());
      output.put("bytes", report.output().bytes());
    }
    if (report.load() != null) {
      json.set("load", load(report.load()));
    }
    ArrayNode files = json.putArray("files");
    for (IngestReport.RunFile file : report.files()) {
      files.addObject().put("name", file.name()).put("location", file.location());
    }
    json.set("millis", counts(report.millis()));
    return json;
  }

  private static void dayOrder(ObjectNode json, DayOrderFinding found) {
    found.order().ifPresent(order -> json.put("order", order.label()));
    witness(json, "dayFirst", found.dayFirst());
    witness(json, "monthFirst", found.monthFirst());
  }

  private static void witness(ObjectNode json, String name, @Nullable CellAddress cell) {
    if (cell != null) {
      json.put(name, cell.toString());
    }
  }

  private static ObjectNode header(HeaderMatch header) {
    ObjectNode json = NODES.objectNode();
    json.put("row", header.row());
    json.put("rowsAbove", header.rowsAbove());
    ArrayNode columns = json.putArray("columns");
    for (HeaderMatch.Binding binding : header.bindings()) {
      ObjectNode column = columns.addObject();
      column.put("column", binding.column());
      column.put("header", binding.header());
      column.put("cell", binding.cell().toString());
      column.put("match", binding.how().name());
    }
    ArrayNode unexpected = json.putArray("unexpected");
    for (HeaderMatch.Unexpected other : header.unexpected()) {
      ObjectNode one = unexpected.addObject();
      one.put("header", other.header());
      one.put("cell", other.cell().toString());
    }
    return json;
  }

  private static ObjectNode rows(RowCounts rows) {
    ObjectNode json = NODES.objectNode();
    json.put("physical", rows.physical());
    json.put("header", rows.header());
    json.set("skipped", counts(rows.skipped()));
    json.put("blank", rows.blank());
    json.set("filtered", counts(rows.filtered()));
    json.put("rejected", rows.rejected());
    json.put("accepted", rows.accepted());
    return json;
  }

  private static ObjectNode nulls(IngestReport report) {
    ObjectNode json = NODES.objectNode();
    report
        .nulls()
        .forEach(
            (column, reasons) -> {
              ObjectNode counts = json.putObject(column);
              reasons.forEach((reason, count) -> counts.put(reason.label(), count));
            });
    return json;
  }

  private static ObjectNode problemsByColumn(IngestReport report) {
    ObjectNode json = NODES.objectNode();
    report
        .problemsByColumn()
        .forEach(
            (column, codes) -> {
              ObjectNode counts = json.putObject(column);
              codes.forEach((code, count) -> counts.put(code.name(), count));
            });
    return json;
  }

  private static ArrayNode problems(IngestReport report) {
    ArrayNode json = NODES.arrayNode();
    for (Problem problem : report.problems()) {
      ObjectNode one = json.addObject();
      one.put("code", problem.code().name());
      one.put("severity", problem.severity().name());
      if (problem.cell() != null) {
        one.put("cell", problem.cell().toString());
        one.put("sheet", problem.cell().sheet());
        one.put("row", problem.cell().row());
      }
      Surroundings around = problem.around();
      if (around != null) {
        one.put("kind", around.kind().name());
        if (!around.format().isEmpty()) {
          one.put("format", around.format());
        }
      }
      one.put("column", problem.column());
      one.put("header", problem.header());
      one.put("raw", problem.raw());
      one.put("message", problem.message());
      one.put("hint", problem.hint());
    }
    return json;
  }

  private static ArrayNode notes(IngestReport report) {
    ArrayNode json = NODES.arrayNode();
    for (Note note : report.notes()) {
      ObjectNode one = json.addObject();
      one.put("code", note.code().name());
      if (!note.column().isEmpty()) {
        one.put("column", note.column());
      }
      if (note.cell() != null) {
        one.put("cell", note.cell().toString());
      }
      one.put("count", note.count());
      one.put("message", note.message());
    }
    return json;
  }

  private static ObjectNode load(IngestReport.Load load) {
    ObjectNode json = NODES.objectNode();
    json.put("table", load.table());
    ObjectNode scope = json.putObject("replaced");
    for (String column : load.scope().columns()) {
      ArrayNode values = scope.putArray(column);
      load.scope().distinct(column).forEach(value -> values.add(value.toString()));
    }
    json.put("staged", load.result().staged());
    json.put("deleted", load.result().deleted());
    json.put("inserted", load.result().inserted());
    effect(json, load.result().effect());
    LedgerEntry earlier = load.result().earlier();
    if (earlier != null) {
      ObjectNode known = json.putObject("earlier");
      known.put("run", earlier.identity().run());
      known.put("key", earlier.identity().origin().key());
      known.put("loadedAt", earlier.loadedAt().toString());
    }
    return json;
  }

  private static void effect(ObjectNode json, LoadEffect effect) {
    if (!effect.gone().isEmpty()) {
      ObjectNode gone = json.putObject("gone");
      for (LoadEffect.GoneValues values : effect.gone()) {
        ObjectNode column = gone.putObject(values.column());
        column.put("count", values.count());
        values.values().forEach(column.putArray("values")::add);
      }
    }
    if (!effect.nullShares().isEmpty()) {
      ObjectNode shares = json.putObject("nullShares");
      for (LoadEffect.NullShare share : effect.nullShares()) {
        shares.putObject(share.column()).put("before", share.before()).put("after", share.after());
      }
    }
  }

  private static ObjectNode counts(Map<String, Long> counts) {
    ObjectNode json = NODES.objectNode();
    counts.forEach(json::put);
    return json;
  }
}
