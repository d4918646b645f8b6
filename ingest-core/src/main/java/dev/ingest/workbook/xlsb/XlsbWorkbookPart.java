package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Sheet.Visibility;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.Relationships;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the workbook part: its sheets and date system ([MS-XLSB] 2.1.7.62). */
final class XlsbWorkbookPart {

  private record Entry(String name, Visibility visibility, String relationship) {}

  private final OpcPackage parts;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private DateSystem dates = DateSystem.BASE_1900;

  private XlsbWorkbookPart(OpcPackage parts) {
    this.parts = parts;
  }

  static XlsbWorkbook open(OpcPackage parts) {
    String name = parts.relationships("").byKind("officeDocument").orElse("xl/workbook.bin");
    XlsbWorkbookPart part = new XlsbWorkbookPart(parts);
    try (Records records = XlsbTables.records(parts, name)) {
      part.read(records);
    }
    return part.workbook(parts.relationships(name));
  }

  private void read(Records records) {
    while (records.next() && records.id() != RecordId.END_BOOK) {
      if (records.id() == RecordId.WORKBOOK_PROPERTIES) {
        dates = (records.u32(0) & 1) != 0 ? DateSystem.BASE_1904 : DateSystem.BASE_1900;
      } else if (records.id() == RecordId.SHEET) {
        sheet(records);
      }
    }
    records.finish(RecordId.END_BOOK);
  }

  private void sheet(Records records) {
    String relationship = records.text(8);
    String name = records.text(records.afterText(8));
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw records.damaged("expected each sheet name once, found " + Names.shown(name));
    }
    if (!relationship.isEmpty()) { // what a deleted macro sheet leaves behind has no part
      entries.add(new Entry(name, visibility(records.u32(0)), relationship));
    }
  }

  private static Visibility visibility(long state) {
    return state == 0
        ? Visibility.VISIBLE
        : state == 1 ? Visibility.HIDDEN : Visibility.VERY_HIDDEN;
  }

  private XlsbWorkbook workbook(Relationships relationships) {
    XlsbTables tables =
        new XlsbTables(
            parts,
            dates,
            relationships.byKind("sharedStrings").orElse(null),
            relationships.byKind("styles").orElse(null));
    List<Sheet> sheets = new ArrayList<>();
    for (Entry entry : entries) {
      String target = relationships.byId(entry.relationship).orElse(null);
      if (target == null) {
        throw Damage.at(
            parts.file(),
            "expected a part for the sheet \"" + Names.shown(entry.name) + "\", found none");
      }
      if (relationships.isKind(target, "worksheet")) {
        sheets.add(
            new XlsbSheet(parts, tables, target, entry.name, sheets.size() + 1, entry.visibility));
      }
    }
    return new XlsbWorkbook(parts, dates, List.copyOf(sheets));
  }
}
