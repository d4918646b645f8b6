package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.CellStyle;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlElements;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the XML of one cell, of its shared string, and its style: for explanations. */
final class StoredCells {

  private final OpcPackage parts;
  private final String part;
  private final @Nullable String stringsPart;
  private final @Nullable String stylesPart;

  /** A cell's element and what its attributes and its value say. */
  private record Stored(String xml, int style, int sharedString) {}

  StoredCells(
      OpcPackage parts, String part, @Nullable String stringsPart, @Nullable String stylesPart) {
    this.parts = parts;
    this.part = part;
    this.stringsPart = stringsPart;
    this.stylesPart = stylesPart;
  }

  Optional<CellSource> find(int row, int column) {
    Stored stored = stored(row, column);
    return stored == null
        ? Optional.empty()
        : Optional.of(
            new CellSource(
                part,
                stored.xml,
                Optional.ofNullable(sharedString(stored.sharedString)),
                Optional.of(style(stored.style))));
  }

  private @Nullable Stored stored(int wanted, int column) {
    try (XmlReader xml = parts.open(part)) {
      long row = 0;
      while (xml.next() != Event.END_DOCUMENT && row <= wanted) {
        if (xml.starts("row")) {
          row = number(xml.attribute("r"), row + 1);
          if (row == wanted) {
            return inRow(xml, column);
          }
        }
      }
      return null;
    }
  }

  /** Looks for the cell in the row at whose start the reader stands. */
  private static @Nullable Stored inRow(XmlReader xml, int wanted) {
    XmlElements elements = new XmlElements(xml);
    int column = 0;
    xml.next();
    while (!xml.ends("row")) {
      if (xml.starts("c")) {
        String reference = xml.attribute("r");
        column = reference == null ? column + 1 : CellReference.column(reference);
        if (column == wanted) {
          return cell(elements, xml.attribute("s"), xml.attribute("t"));
        }
        xml.skip();
      }
      xml.next();
    }
    return null;
  }

  private static Stored cell(XmlElements elements, @Nullable String style, @Nullable String type) {
    XmlElements.Element<String> cell = elements.element(StoredCells::value);
    int shared = "s".equals(type) ? (int) number(cell.content(), -1) : -1;
    return new Stored(cell.text(), (int) number(style, 0), shared);
  }

  private static String value(XmlReader xml) {
    String value = "";
    xml.next();
    while (!xml.ends("c")) {
      if (xml.starts("v")) {
        value = xml.elementText();
      }
      xml.next();
    }
    return value;
  }

  private @Nullable String sharedString(int wanted) {
    if (stringsPart == null || wanted < 0) {
      return null;
    }
    try (XmlReader xml = parts.open(stringsPart)) {
      XmlElements elements = new XmlElements(xml);
      int index = 0;
      while (xml.next() != Event.END_DOCUMENT) {
        if (xml.starts("si") && index++ == wanted) {
          return elements.element(StoredCells::passed).text();
        }
      }
      return null;
    }
  }

  private static String passed(XmlReader xml) {
    xml.skip();
    return "";
  }

  private CellStyle style(int wanted) {
    if (stylesPart == null) {
      return CellStyle.of(wanted, 0, null);
    }
    Map<Integer, String> codes = new HashMap<>();
    int format = 0;
    try (XmlReader xml = parts.open(stylesPart)) {
      int index = 0;
      boolean inCellXfs = false;
      while (xml.next() != Event.END_DOCUMENT) {
        if (xml.starts("numFmt")) {
          String code = xml.attribute("formatCode");
          codes.put((int) number(xml.attribute("numFmtId"), 0), code == null ? "" : code);
        } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
          inCellXfs = xml.starts("cellXfs");
        } else if (inCellXfs && xml.starts("xf") && index++ == wanted) {
          format = (int) number(xml.attribute("numFmtId"), 0);
        }
      }
    }
    return CellStyle.of(wanted, format, codes.get(format));
  }

  private static long number(@Nullable String text, long otherwise) {
    long number = text == null ? -1 : CellReference.digits(text.strip(), 0);
    return number < 0 ? otherwise : number;
  }
}
