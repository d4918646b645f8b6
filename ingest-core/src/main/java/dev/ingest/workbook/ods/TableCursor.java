package dev.ingest.workbook.ods;

import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Walks the rows and cells of a table, counting those that repetitions stand for: OpenDocument 1.3
 * part 3, 9.1. Positions may pass the end of the grid, as the blank rest of a sheet does.
 */
final class TableCursor {

  private final XmlReader xml;
  private final Consumer<XmlReader> others;

  /** Whether each open group of rows is hidden. */
  private final Deque<Boolean> groups = new ArrayDeque<>();

  private boolean inRow;
  private boolean ended;
  private boolean hidden;
  private long row = 1;
  private long rowRepeat;
  private long column;
  private long columnRepeat;

  /**
   * Starts at a table.
   *
   * @param others takes an element of the table that is no row, to its end
   */
  TableCursor(XmlReader xml, Consumer<XmlReader> others) {
    this.xml = xml;
    this.others = others;
  }

  /** Moves to the next row; what is left of the current one is passed over. */
  boolean nextRow() {
    while (inRow && nextCell()) {
      xml.skip();
    }
    row += rowRepeat;
    rowRepeat = 0;
    while (!ended) {
      Event event = xml.next();
      if (event == Event.END) {
        leave();
      } else if (event == Event.START && xml.starts(Odf.TABLE, "table-row")) {
        startRow();
        return true;
      } else if (event == Event.START) {
        enter();
      }
    }
    return false;
  }

  private void enter() {
    if (xml.starts(Odf.TABLE, "table-row-group")) {
      groups.push("false".equals(xml.attribute(Odf.TABLE, "display")));
    } else if (xml.starts(Odf.TABLE, "table-header-rows") || xml.starts(Odf.TABLE, "table-rows")) {
      groups.push(false);
    } else {
      others.accept(xml);
    }
  }

  private void leave() {
    if (groups.isEmpty()) {
      ended = true;
    } else {
      groups.pop();
    }
  }

  private void startRow() {
    inRow = true;
    rowRepeat = repeat("number-rows-repeated");
    String visibility = xml.attribute(Odf.TABLE, "visibility");
    hidden = "collapse".equals(visibility) || "filter".equals(visibility) || groups.contains(true);
    column = 1;
    columnRepeat = 0;
  }

  /** Moves to the start of the row's next cell; the current one must have been read to its end. */
  boolean nextCell() {
    column += columnRepeat;
    columnRepeat = 0;
    while (inRow) {
      Event event = xml.next();
      if (event == Event.END) {
        inRow = false;
      } else if (event == Event.START) {
        if (isCell()) {
          columnRepeat = repeat("number-columns-repeated");
          return true;
        }
        xml.skip();
      }
    }
    return false;
  }

  private boolean isCell() {
    return xml.starts(Odf.TABLE, "table-cell") || xml.starts(Odf.TABLE, "covered-table-cell");
  }

  private long repeat(String attribute) {
    return count(xml, attribute);
  }

  /** Returns a count of the element just started, 1 where it has none. */
  static long count(XmlReader xml, String attribute) {
    String text = xml.attribute(Odf.TABLE, attribute);
    long count = text == null ? 1 : Counts.parse(text);
    if (count < 1) {
      throw Damage.at(
          xml.where(),
          "expected a positive %s, found \"%s\"".formatted(attribute, Names.shown(text + "")));
    }
    return count;
  }

  /** Returns the row's number, counted from 1. */
  long row() {
    return row;
  }

  /** Returns how many rows the row stands for. */
  long rowRepeat() {
    return rowRepeat;
  }

  boolean hidden() {
    return hidden;
  }

  /** Returns the cell's column, counted from 1. */
  long column() {
    return column;
  }

  /** Returns how many cells the cell stands for. */
  long columnRepeat() {
    return columnRepeat;
  }
}
