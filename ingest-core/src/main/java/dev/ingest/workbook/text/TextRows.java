package dev.ingest.workbook.text;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams the records as rows, blank ones too: the number of a row is that of its record. */
final class TextRows implements SheetRows {

  private final TextSource source;
  private final StrictReader reader;
  private final Records records;
  private int number;
  private long cellCount;

  TextRows(TextSource source, Dialect dialect) {
    this.source = source;
    this.reader = source.open();
    this.records = new Records(source.name(), reader, dialect.delimiter());
    if (dialect.hinted()) {
      records.next();
    }
  }

  @Override
  public @Nullable SheetRow next() {
    @Nullable String[] values = records.next();
    if (values == null) {
      return null;
    }
    reader.recordEnded();
    if (number == CellAddress.MAX_ROW) {
      throw tooLarge("at most " + CellAddress.MAX_ROW + " records, as a sheet has rows");
    }
    number++;
    return new TextRow(number, cells(values));
  }

  private List<TextCell> cells(@Nullable String[] values) {
    if (values.length > CellAddress.MAX_COLUMN) {
      throw tooLarge("at most " + CellAddress.MAX_COLUMN + " values in record " + number);
    }
    List<TextCell> cells = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        check(value);
        cells.add(new TextCell(i + 1, value));
      }
    }
    return cells;
  }

  private void check(String value) {
    String where = source.name() + ", record " + number;
    if (value.length() > source.limits().textLength()) {
      throw ReadLimits.exceeded(where, "textLength", source.limits().textLength());
    }
    if (++cellCount > source.limits().cells()) {
      throw ReadLimits.exceeded(where, "cells", source.limits().cells());
    }
  }

  private WorkbookException tooLarge(String expected) {
    return new WorkbookException(
        Reason.LIMIT_EXCEEDED,
        source.name() + ": expected " + expected + ", found more; split the file");
  }

  @Override
  public void close() {
    records.close();
  }
}
