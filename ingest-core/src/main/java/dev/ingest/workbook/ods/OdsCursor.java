package dev.ingest.workbook.ods;

import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import org.jspecify.annotations.Nullable;

/** A place in the document from which the tables that follow can be reached. */
final class OdsCursor implements AutoCloseable {

  private final XmlReader xml;
  private @Nullable TableCursor open;
  private int next;

  private OdsCursor(XmlReader xml) {
    this.xml = xml;
  }

  /** Starts before the first table. */
  static OdsCursor open(OdsParts parts) {
    OdsCursor cursor = new OdsCursor(parts.openContent());
    try {
      cursor.enter();
    } catch (RuntimeException broken) {
      cursor.close();
      throw broken;
    }
    return cursor;
  }

  private void enter() {
    while (!xml.starts(Odf.OFFICE, "spreadsheet")) {
      if (xml.next() == Event.END_DOCUMENT) {
        throw Damage.at(xml.part(), "expected a spreadsheet, found a document without one");
      }
    }
  }

  XmlReader xml() {
    return xml;
  }

  /** Returns whether the table with this number is still to come. */
  boolean isBefore(int table) {
    return next <= table;
  }

  /** Moves to the start of a table that is still to come, and counts from 0. */
  TableCursor moveTo(int table) {
    leave();
    Event event = xml.next();
    while (event != Event.END) {
      if (event == Event.START) {
        if (xml.starts(Odf.TABLE, "table") && next++ == table) {
          TableCursor rows = new TableCursor(xml, XmlReader::skip);
          open = rows;
          return rows;
        }
        xml.skip();
      }
      event = xml.next();
    }
    throw Damage.at(xml.where(), "expected table " + table + ", found the end of the spreadsheet");
  }

  private void leave() {
    TableCursor left = open;
    while (left != null && left.nextRow()) {
      // the rest of the table is passed over
    }
    open = null;
  }

  @Override
  public void close() {
    xml.close();
  }
}
