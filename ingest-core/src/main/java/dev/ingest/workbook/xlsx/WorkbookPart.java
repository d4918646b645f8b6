package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet.Visibility;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Flags;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.Relationships;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the workbook part: its sheets and date system (ECMA-376 Part 1, 18.2). */
final class WorkbookPart {

  private record Entry(String name, Visibility visibility, @Nullable String relationship) {}

  private final OpcPackage parts;
  private final ReadOptions options;
  private final List<Entry> entries = new ArrayList<>();
  private final DefinedNames names;
  private DateSystem dates = DateSystem.BASE_1900;

  private WorkbookPart(OpcPackage parts, ReadOptions options) {
    this.parts = parts;
    this.options = options;
    this.names = new DefinedNames(parts.limits());
  }

  /** Returns what the package's workbook part says that it is, or the other kind without one. */
  static FileKind kindIn(OpcPackage parts, FileKind otherwise) {
    String name = nameIn(parts);
    if (!parts.has(name)) {
      return otherwise;
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".bin") ? FileKind.XLSB : FileKind.XLSX;
  }

  private static String nameIn(OpcPackage parts) {
    return parts.relationships("").byKind("officeDocument").orElse("xl/workbook.xml");
  }

  static XlsxWorkbook open(OpcPackage parts, ReadOptions options) {
    String name = nameIn(parts);
    WorkbookPart part = new WorkbookPart(parts, options);
    try (XmlReader xml = parts.open(name)) {
      part.read(xml);
    }
    return part.workbook(name);
  }

  private void read(XmlReader xml) {
    boolean workbook = false;
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("workbook")) {
        workbook = true;
      } else if (xml.starts("workbookPr")) {
        dates = Flags.read(xml, "date1904") ? DateSystem.BASE_1904 : DateSystem.BASE_1900;
      } else if (xml.starts("sheet")) {
        String name = xml.attribute("name");
        if (name == null) {
          throw Damage.at(xml.where(), "expected a sheet with a name, found none");
        }
        names.sheet(name);
        String relationship = xml.relationship("id");
        if (!"".equals(relationship)) { // what a deleted macro sheet leaves behind has no part
          entries.add(new Entry(name, visibility(xml), relationship));
        }
      } else if (xml.starts("definedName")) {
        names.read(xml);
      }
    }
    if (!workbook) {
      throw Damage.at(xml.where(), "expected a workbook, found another document");
    }
    refuseDoubledNames(xml);
  }

  private static Visibility visibility(XmlReader xml) {
    String state = xml.attribute("state");
    for (Visibility visibility : Visibility.values()) {
      if (visibility.label().equals(state)) {
        return visibility;
      }
    }
    return Visibility.VISIBLE;
  }

  private void refuseDoubledNames(XmlReader xml) {
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (!names.add(entry.name.toLowerCase(Locale.ROOT))) {
        throw Damage.at(
            xml.where(), "expected each sheet name once, found " + Names.shown(entry.name));
      }
    }
  }

  private XlsxWorkbook workbook(String name) {
    Relationships relationships = parts.relationships(name);
    Optional<String> strings = relationships.byKind("sharedStrings");
    Optional<String> styles = relationships.byKind("styles");
    XlsxTables tables = new XlsxTables(parts, strings.orElse(null), styles.orElse(null), dates);
    List<XlsxSheet> sheets = new ArrayList<>();
    for (Entry entry : entries) {
      String target = relationships.byId(entry.relationship).orElse(null);
      if (target == null) {
        throw Damage.at(
            parts.file(),
            "expected a part for the sheet \"" + Names.shown(entry.name) + "\", found none");
      }
      if (relationships.isKind(target, "worksheet")) {
        sheets.add(
            new XlsxSheet(
                parts, options, tables, target, entry.name, sheets.size() + 1, entry.visibility));
      }
    }
    return new XlsxWorkbook(parts, dates, List.copyOf(sheets), names);
  }
}
