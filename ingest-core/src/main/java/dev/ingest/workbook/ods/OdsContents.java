package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.Sheet.Visibility;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet holds beside its cells: sheets, names, the null date. All of the document is
 * read for it, so a document that is cut short is refused before its first row is given.
 */
final class OdsContents {

  private final List<SheetEntry> sheets = new ArrayList<>();
  private final List<DefinedName> names = new ArrayList<>();
  private final Set<String> hiddenStyles = new HashSet<>();
  private final Set<String> sheetNames = new HashSet<>();
  private OdsDates dates = OdsDates.DEFAULT;
  private @Nullable String producer;
  private @Nullable String tableStyle;
  private boolean spreadsheet;
  private int tables;

  private OdsContents() {}

  static OdsContents read(OdsParts parts) {
    OdsContents contents = new OdsContents();
    for (XmlReader other : parts.openOthers()) {
      try (other) {
        contents.document(other);
      }
    }
    try (XmlReader xml = parts.openContent()) {
      contents.document(xml);
      if (!contents.spreadsheet) {
        throw Damage.at(xml.part(), "expected a spreadsheet, found a document without one");
      }
    }
    return contents;
  }

  List<SheetEntry> sheets() {
    return List.copyOf(sheets);
  }

  List<DefinedName> names() {
    return List.copyOf(names);
  }

  OdsDates dates() {
    return dates;
  }

  Optional<String> producer() {
    return Optional.ofNullable(producer);
  }

  private void document(XmlReader xml) {
    Event event = xml.next();
    while (event != Event.END_DOCUMENT) {
      if (event == Event.START) {
        element(xml);
      }
      event = xml.next();
    }
  }

  private void element(XmlReader xml) {
    if (xml.starts(Odf.OFFICE, "body")) {
      body(xml);
    } else if (xml.starts(Odf.META, "generator")) {
      producer = xml.elementText().strip();
    } else if (xml.starts(Odf.STYLE, "style")) {
      boolean ofTables = "table".equals(xml.attribute(Odf.STYLE, "family"));
      tableStyle = ofTables ? xml.attribute(Odf.STYLE, "name") : null;
    } else if (xml.starts(Odf.STYLE, "table-properties")
        && tableStyle != null
        && "false".equals(xml.attribute(Odf.TABLE, "display"))) {
      hiddenStyles.add(tableStyle);
    }
  }

  private void body(XmlReader xml) {
    Event event = xml.next();
    while (event != Event.END) {
      if (event == Event.START) {
        if (!xml.starts(Odf.OFFICE, "spreadsheet") || spreadsheet) {
          throw new WorkbookException(
              WorkbookException.Reason.NOT_A_WORKBOOK,
              "%s: expected one office:spreadsheet, found office:%s; ask the sender for the workbook itself"
                  .formatted(xml.where(), Names.shown(xml.local())));
        }
        spreadsheet = true;
        spreadsheet(xml);
      }
      event = xml.next();
    }
  }

  private void spreadsheet(XmlReader xml) {
    Event event = xml.next();
    while (event != Event.END) {
      if (event == Event.START) {
        if (xml.starts(Odf.TABLE, "table")) {
          table(xml);
        } else if (xml.starts(Odf.TABLE, "calculation-settings")) {
          settings(xml);
        } else {
          named(xml, Optional.empty());
        }
      }
      event = xml.next();
    }
  }

  private void settings(XmlReader xml) {
    Event event = xml.next();
    while (event != Event.END) {
      if (event == Event.START) {
        if (xml.starts(Odf.TABLE, "null-date")) {
          nullDate(xml);
        }
        xml.skip();
      }
      event = xml.next();
    }
  }

  private void nullDate(XmlReader xml) {
    String date = xml.attribute(Odf.TABLE, "date-value");
    if (date != null) {
      try {
        int time = date.indexOf('T');
        dates = OdsDates.of(LocalDate.parse(time < 0 ? date : date.substring(0, time)));
      } catch (DateTimeException none) {
        throw Damage.at(
            xml.where(), "expected a null date, found \"" + Names.shown(date) + "\"", none);
      }
    }
  }

  /** Takes named expressions, and passes over everything else. */
  private void named(XmlReader xml, Optional<String> scope) {
    if (xml.starts(Odf.TABLE, "named-expressions")) {
      NamedExpressions.read(xml, scope, names);
    } else {
      xml.skip();
    }
  }

  private void table(XmlReader xml) {
    int table = tables++;
    String name = xml.attribute(Odf.TABLE, "name");
    if (name == null) {
      throw Damage.at(xml.where(), "expected a sheet with a name, found none");
    }
    if (isOfAnotherFile(name)) {
      xml.skip();
      return;
    }
    if (!sheetNames.add(name.toLowerCase(Locale.ROOT))) {
      throw Damage.at(xml.where(), "expected each sheet name once, found " + Names.shown(name));
    }
    String style = xml.attribute(Odf.TABLE, "style-name");
    boolean hidden = style != null && hiddenStyles.contains(style);
    List<CellRange> merged = MergedAreas.read(xml, name, other -> named(other, Optional.of(name)));
    sheets.add(
        new SheetEntry(table, name, hidden ? Visibility.HIDDEN : Visibility.VISIBLE, merged));
  }

  /** LibreOffice keeps cells of other files that formulas refer to in tables named 'URL'#sheet. */
  private static boolean isOfAnotherFile(String name) {
    return name.startsWith("'") && name.contains("'#");
  }
}
