package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads the merged areas of a sheet, which stand after its rows: ECMA-376 Part 1, 18.3.1.55. */
final class MergedAreas {

  private final String sheet;
  private final ReadLimits limits;

  private MergedAreas(String sheet, ReadLimits limits) {
    this.sheet = sheet;
    this.limits = limits;
  }

  /** Reads a worksheet part without its rows, or with them where they cannot be passed over. */
  static List<CellRange> read(OpcPackage parts, String part, String sheet) {
    MergedAreas areas = new MergedAreas(sheet, parts.limits());
    try (XmlReader frame =
        new XmlReader(parts.where(part), new SheetFrame(parts.stream(part)), parts.limits())) {
      return areas.read(frame);
    } catch (WorkbookException odd) {
      if (odd.reason() == WorkbookException.Reason.UNREADABLE) {
        throw odd;
      }
    }
    try (XmlReader whole = parts.open(part)) { // which knows in which line something is wrong
      return areas.read(whole);
    }
  }

  private List<CellRange> read(XmlReader xml) {
    List<CellRange> areas = new ArrayList<>();
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("mergeCell")) {
        if (areas.size() == limits.declarations()) {
          throw ReadLimits.exceeded(xml.where(), "declarations", limits.declarations());
        }
        areas.add(area(xml));
      }
    }
    return List.copyOf(areas);
  }

  private CellRange area(XmlReader xml) {
    String reference = xml.attribute("ref");
    if (reference == null) {
      throw Damage.at(xml.where(), "expected a merged area with a ref, found none");
    }
    return CellRange.ofArea(sheet, reference)
        .orElseThrow(
            () ->
                Damage.at(
                    xml.where(),
                    "expected a merged area, found \"" + Names.shown(reference) + "\""));
  }
}
