package dev.ingest.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.Unexpected;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.HeaderReport.ColumnMatch;

/** What is to be said of a header, sound or not, as JSON; its problems stand with the others. */
final class HeaderJson {

  private HeaderJson() {}

  static ObjectNode of(HeaderReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("row", report.row());
    json.put("why", report.why());
    json.put("sound", report.isSound());
    ArrayNode columns = json.putArray("columns");
    for (ColumnMatch match : report.columns()) {
      column(columns.addObject(), match);
    }
    ArrayNode unexpected = json.putArray("unexpected");
    for (Unexpected other : report.unexpected()) {
      ObjectNode one = unexpected.addObject();
      one.put("header", other.header());
      one.put("cell", other.cell().toString());
    }
    return json;
  }

  private static void column(ObjectNode json, ColumnMatch match) {
    json.put("column", match.column());
    if (!match.expected().isEmpty()) {
      json.put("expected", match.expected());
    }
    ArrayNode cells = json.putArray("cells");
    for (Binding cell : match.cells()) {
      ObjectNode one = cells.addObject();
      one.put("header", cell.header());
      one.put("cell", cell.cell().toString());
      one.put("match", cell.how().name());
    }
    if (match.didYouMean().isPresent()) {
      json.put("didYouMean", match.didYouMean().get());
    }
  }
}
