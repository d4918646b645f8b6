package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.bytes.BatchWork;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work that is done on rows ahead of their reader, on whichever thread scans them. */
final class RowAhead {

  private final String part;
  private final String sheet;
  private final XlsxTables tables;
  private volatile @Nullable Supplier<? extends BatchWork> works;

  RowAhead(String part, String sheet, XlsxTables tables) {
    this.part = part;
    this.sheet = sheet;
    this.tables = tables;
  }

  void start(Supplier<? extends BatchWork> newWorks) {
    works = newWorks;
  }

  /** Returns a view of rows for one batch. */
  SliceRow newRow() {
    return new SliceRow(part, sheet, tables, this);
  }

  /** Returns the work of one batch, or null where none was asked for. */
  @Nullable BatchWork newWork() {
    Supplier<? extends BatchWork> known = works;
    return known == null ? null : known.get();
  }
}
