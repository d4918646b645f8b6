package dev.ingest.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.inspect.HeaderCandidate;
import dev.ingest.inspect.Inspection;
import dev.ingest.inspect.SheetInspection;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.SheetTable;
import java.util.Locale;

/**
 * What a workbook holds as JSON. Its names are part of the API: they are added to, never renamed.
 * Absent parts are left out. Positions, rows and columns count from 1.
 */
public final class InspectionJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private InspectionJson() {}

  /** Returns one JSON object, indented. */
  public static String pretty(Inspection inspection) {
    return tree(inspection).toPrettyString();
  }

  private static ObjectNode tree(Inspection inspection) {
    ObjectNode json = NODES.objectNode();
    json.put("file", inspection.file());
    json.put("kind", inspection.kind().name().toLowerCase(Locale.ROOT));
    inspection.producer().ifPresent(producer -> json.put("producer", producer));
    json.put("bytes", inspection.bytes());
    json.put("dateSystem", inspection.dateSystem() == DateSystem.BASE_1904 ? 1904 : 1900);
    ArrayNode sheets = json.putArray("sheets");
    inspection.sheets().forEach(sheet -> sheets.add(sheet(sheet)));
    ArrayNode tables = json.putArray("tables");
    inspection.tables().forEach(table -> tables.add(table(table)));
    ArrayNode names = json.putArray("names");
    inspection.names().forEach(name -> names.add(name(name)));
    return json;
  }

  private static ObjectNode sheet(SheetInspection sheet) {
    ObjectNode json = NODES.objectNode();
    json.put("position", sheet.position());
    json.put("name", sheet.name());
    json.put("visibility", sheet.visibility().label());
    sheet.extent().ifPresent(extent -> json.set("extent", extent(extent)));
    json.put("rows", sheet.rows());
    json.put("cells", sheet.cells());
    json.put("hiddenRows", sheet.hiddenRows());
    json.put("uncalculated", sheet.uncalculated());
    json.put("mergedAreas", sheet.mergedAreas());
    ArrayNode headers = json.putArray("headers");
    for (HeaderCandidate candidate : sheet.headers()) {
      ObjectNode header = headers.addObject();
      header.put("row", candidate.row());
      ArrayNode texts = header.putArray("texts");
      candidate.texts().forEach(texts::add);
    }
    return json;
  }

  private static ObjectNode extent(CellRange extent) {
    ObjectNode json = NODES.objectNode();
    json.put("range", extent.toString());
    json.put("firstRow", extent.firstRow());
    json.put("lastRow", extent.lastRow());
    json.put("firstColumn", extent.firstColumn());
    json.put("lastColumn", extent.lastColumn());
    return json;
  }

  private static ObjectNode table(SheetTable table) {
    ObjectNode json = NODES.objectNode();
    json.put("name", table.name());
    json.put("range", table.range().toString());
    json.put("headerRows", table.headerRows());
    json.put("totalsRows", table.totalsRows());
    ArrayNode columns = json.putArray("columns");
    table.columns().forEach(columns::add);
    return json;
  }

  private static ObjectNode name(DefinedName name) {
    ObjectNode json = NODES.objectNode();
    json.put("name", name.name());
    name.scope().ifPresent(sheet -> json.put("sheet", sheet));
    json.put("formula", name.formula());
    name.range().ifPresent(range -> json.put("range", range.toString()));
    return json;
  }
}
