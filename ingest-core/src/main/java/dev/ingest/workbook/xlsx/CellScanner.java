package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.grid.GridCell;
import dev.ingest.workbook.grid.GridRow;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Reads one {@code <c>} element into the row: ECMA-376 Part 1, 18.3.1.4 and 18.18.11. */
final class CellScanner {

  private final XmlReader xml;
  private final String part;
  private final String sheet;
  private final XlsxTables tables;

  CellScanner(XmlReader xml, String sheet, XlsxTables tables) {
    this.xml = xml;
    this.part = xml.part();
    this.sheet = sheet;
    this.tables = tables;
  }

  /** Reads the cell at whose start the reader stands, to its end. */
  void scan(GridRow row) {
    GridCell cell = row.put(column(row));
    String type = xml.attribute("t");
    boolean date = isDate(row, cell, xml.attribute("s"));
    String value = null;
    String inline = null;
    String formula = null;
    xml.next();
    while (!xml.ends("c")) {
      if (xml.starts("v")) {
        if (value != null) {
          throw damaged(row, cell, "expected one value, found another after", value);
        }
        value = xml.elementText();
      } else if (xml.starts("is")) {
        inline = RichText.read(xml, "is");
      } else if (xml.starts("f")) {
        formula = xml.elementText();
      } else if (xml.starts("extLst") || xml.startsUnknown()) {
        xml.skip();
      } else if (xml.starts("c")) {
        throw Damage.at(xml.where(), "expected the end of a cell, found another cell in it");
      }
      xml.next();
    }
    fill(row, cell, new Content(type == null ? "n" : type, date, value, inline, formula));
  }

  private record Content(
      String type,
      boolean date,
      @Nullable String value,
      @Nullable String inline,
      @Nullable String formula) {

    /** Returns whether an empty value is not the same as none: empty text, or an index lost. */
    boolean needsValue() {
      return type.equals("str") || type.equals("s") || type.equals("inlineStr");
    }
  }

  private int column(GridRow row) {
    String reference = xml.attribute("r");
    if (reference == null) {
      int next = row.lastColumn() + 1;
      if (next > CellAddress.MAX_COLUMN) {
        throw Damage.at(xml.where(), "expected a column up to XFD, found one past it");
      }
      return next;
    }
    int column = CellReference.column(reference);
    if (column < 0 || CellReference.row(reference) != row.number()) {
      throw Damage.at(
          xml.where(),
          "expected a cell of row %s, found the reference \"%s\""
              .formatted(row.number(), Names.shown(reference)));
    }
    if (column <= row.lastColumn()) {
      throw Damage.at(
          xml.where(),
          "expected cells in ascending order, found "
              + reference
              + " after column "
              + CellAddress.columnName(row.lastColumn()));
    }
    return column;
  }

  private boolean isDate(GridRow row, GridCell cell, @Nullable String style) {
    if (style == null) {
      return false;
    }
    long index = CellReference.digits(style.strip(), 0);
    Styles styles = tables.styles();
    if (index < 0 || index >= Math.max(1, styles.count())) {
      throw damaged(row, cell, "expected one of " + styles.count() + " styles, found", style);
    }
    return styles.isDate((int) index);
  }

  private void fill(GridRow row, GridCell cell, Content content) {
    String value = content.value;
    if (content.inline != null && (value == null || content.type.equals("inlineStr"))) {
      cell.setText(content.inline);
    } else if (value == null || value.isBlank() && !content.needsValue()) {
      if (content.formula != null) {
        cell.setUncalculated(content.formula);
      }
    } else {
      typed(row, cell, content, value);
    }
  }

  private void typed(GridRow row, GridCell cell, Content content, String value) {
    switch (content.type) {
      case "n" -> cell.setNumber(number(row, cell, value), value.strip(), content.date);
      case "s" -> cell.setText(shared(row, cell, value));
      case "str", "inlineStr" -> cell.setText(Escapes.decode(value));
      case "b" -> cell.setLogical(logical(row, cell, value));
      case "e" -> cell.setError(error(row, cell, value));
      case "d" -> cell.setNumber(serial(row, cell, value), value.strip(), true);
      default -> throw damaged(row, cell, "expected a known cell type, found", content.type);
    }
  }

  private double number(GridRow row, GridCell cell, String text) {
    double number = CellNumber.parse(text.strip());
    if (Double.isNaN(number)) {
      throw damaged(row, cell, "expected a number, found", text);
    }
    return number;
  }

  private String shared(GridRow row, GridCell cell, String text) {
    long index = CellReference.digits(text.strip(), 0);
    String item = index > Integer.MAX_VALUE ? null : tables.strings().get((int) index);
    if (item == null) {
      throw damaged(
          row,
          cell,
          "expected one of " + tables.strings().size() + " shared strings, found index",
          text);
    }
    return item;
  }

  private boolean logical(GridRow row, GridCell cell, String text) {
    return switch (text.strip()) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw damaged(row, cell, "expected a boolean, found", text);
    };
  }

  private ExcelError error(GridRow row, GridCell cell, String text) {
    return ExcelError.of(text.strip())
        .orElseThrow(() -> damaged(row, cell, "expected a known error value, found", text));
  }

  private double serial(GridRow row, GridCell cell, String text) {
    try {
      return IsoDates.serial(text.strip(), tables.dates());
    } catch (DateTimeException broken) {
      throw damaged(row, cell, "expected an ISO 8601 date, found", text);
    }
  }

  private WorkbookException damaged(GridRow row, GridCell cell, String expected, String found) {
    CellAddress address = new CellAddress(sheet, row.number(), cell.column());
    return Damage.at(
        part + ": " + address, "%s \"%s\"".formatted(expected, Names.shown(found.strip())));
  }
}
