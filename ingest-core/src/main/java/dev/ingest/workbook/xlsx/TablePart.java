package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetTable;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table part: ECMA-376 Part 1, 18.5.1.2. */
final class TablePart {

  private final XmlReader xml;
  private final ReadLimits limits;

  TablePart(XmlReader xml, ReadLimits limits) {
    this.xml = xml;
    this.limits = limits;
  }

  SheetTable read(String sheet) {
    while (!xml.starts("table")) {
      if (xml.next() == XmlReader.Event.END_DOCUMENT) {
        throw Damage.at(xml.where(), "expected a table, found none");
      }
    }
    String name = Escapes.decode(required("displayName"));
    String area = required("ref");
    CellRange range =
        CellRange.ofArea(sheet, area)
            .orElseThrow(
                () ->
                    Damage.at(
                        xml.where(), "expected a range, found \"" + Names.shown(area) + "\""));
    int headers = count("headerRowCount", 1);
    int totals = count("totalsRowCount", 0);
    if (headers + totals > range.lastRow() - range.firstRow() + 1) {
      throw Damage.at(
          xml.where(),
          "expected %s header and %s totals rows within %s, found fewer rows"
              .formatted(headers, totals, range));
    }
    return new SheetTable(name, range, headers, totals, columns());
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("tableColumn")) {
        if (columns.size() == limits.declarations()) {
          throw ReadLimits.exceeded(xml.where(), "declarations", limits.declarations());
        }
        columns.add(Escapes.decode(required("name")));
      }
    }
    return columns;
  }

  private String required(String attribute) {
    String value = xml.attribute(attribute);
    if (value == null) {
      throw Damage.at(
          xml.where(), "expected the attribute " + attribute + " of a table, found none");
    }
    return value;
  }

  /** Excel writes 0 or 1; the schema allows for more. */
  private int count(String attribute, int byDefault) {
    @Nullable String text = xml.attribute(attribute);
    long value = text == null ? byDefault : CellReference.digits(text.strip(), 0);
    if (value < 0 || value > 1) {
      throw Damage.at(
          xml.where(),
          "expected %s to be 0 or 1, found \"%s\"".formatted(attribute, Names.shown(text + "")));
    }
    return (int) value;
  }
}
