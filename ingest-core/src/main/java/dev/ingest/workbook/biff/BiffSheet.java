package dev.ingest.workbook.biff;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One worksheet of an .xls. */
final class BiffSheet implements Sheet {

  private final BiffBook book;
  private final BiffGlobals.Entry entry;
  private final int position;
  private @Nullable SheetScan scan;

  BiffSheet(BiffBook book, BiffGlobals.Entry entry, int position) {
    this.book = book;
    this.entry = entry;
    this.position = position;
  }

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public Visibility visibility() {
    return entry.visibility();
  }

  @Override
  public List<CellRange> merged() {
    return scan().merged();
  }

  @Override
  public Optional<CellSource> source(int row, int column) {
    return new StoredCells(book, CellRecords.of(book, entry, scan())).find(row, column);
  }

  @Override
  public SheetRows rows() {
    return new BiffRows(book, entry, scan());
  }

  private SheetScan scan() {
    SheetScan done = scan;
    if (done == null) {
      done = SheetScan.of(book, entry);
      scan = done;
    }
    return done;
  }
}
