package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.bytes.CellSlices;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet by {@link RowScanner}, as long as its grammar holds, else by {@link XlsxRows}
 * from the beginning, without those already given.
 */
final class FastRows implements SheetRows {

  /** The deepest that the scanner goes: worksheet, sheetData, row, c, is, t. */
  private static final int DEPTH = 6;

  /** One is read, one is filled, two wait to be scanned. Measured: six gain nothing. */
  private static final int BATCHES = 8;

  private final long mostCells;
  private final long mostRows;
  private final long mostColumns;
  private final Supplier<SheetRows> thorough;
  private final PartFrame frame;
  private final Batches<RowBatch> batches;
  private final SliceRow row;
  private @Nullable RowBatch batch;
  private @Nullable SheetRows fallback;
  private boolean ended;
  private boolean careful;
  private long rowsBefore;
  private long cellsBefore;
  private int lastNumber;

  /**
   * Opens a sheet.
   *
   * @param part the file and part, for messages
   * @param size bytes of a batch
   * @param helper runs a second thread, or null for none
   * @param thorough opens it for {@link dev.ingest.workbook.part.XmlReader}
   */
  FastRows(
      String part,
      String sheet,
      XlsxTables tables,
      ReadLimits limits,
      InputStream bytes,
      int size,
      @Nullable Executor helper,
      Supplier<SheetRows> thorough) {
    this.mostCells = limits.cells();
    this.mostRows = limits.rows();
    this.mostColumns = limits.columns();
    this.thorough = thorough;
    RowAhead ahead = new RowAhead(part, sheet, tables);
    this.row = ahead.newRow();
    List<RowBatch> ring = new ArrayList<>();
    for (int i = 0; i < (helper == null ? 1 : BATCHES); i++) {
      ring.add(new RowBatch(size, tables.styles().dates(), limits.textLength(), ahead));
    }
    this.frame = new PartFrame(part, limits, "worksheet", "sheetData");
    this.batches = new Batches<>(new BatchFiller(part, bytes, "sheetData", "row"), ring);
    try {
      if (limits.xmlDepth() < DEPTH || !frame.open(batches.first())) {
        giveUp();
      } else if (helper != null) {
        batches.help(helper);
      }
    } catch (RuntimeException broken) {
      batches.close();
      throw broken;
    }
  }

  @Override
  public @Nullable SheetRow next() {
    while (fallback == null && !ended) {
      RowBatch current = batch;
      int next = row.index() + 1; // whoever looks at rows may have passed over some
      if (current != null && next < current.slices.rows) {
        if (careful && passesLimit(current.slices, next)) {
          giveUp();
        } else {
          row.show(current, next);
          return row;
        }
      } else if (current != null && current.ended) {
        finish(current);
      } else if (current != null && (current.gaveUp || current.last) || !advance()) {
        giveUp();
      }
    }
    return fallback == null ? null : fallback.next();
  }

  private boolean passesLimit(CellSlices slices, int next) {
    return cellsBefore + slices.first[next + 1] > mostCells
        || rowsBefore + next >= mostRows
        || slices.lastColumn(next) > mostColumns;
  }

  /** Takes the next batch; returns whether its rows go on where those of the last one ended. */
  private boolean advance() {
    rowsBefore = given();
    cellsBefore += batch == null ? 0 : batch.slices.size;
    batch = null;
    RowBatch taken = batches.next();
    if (taken == null || taken.stuck || !taken.slices.follow(lastNumber)) {
      return false;
    }
    CellSlices slices = taken.slices;
    if (slices.rows > 0) {
      lastNumber = slices.numbers[slices.rows - 1];
    }
    if (lastNumber > CellAddress.MAX_ROW) {
      return false;
    }
    careful =
        cellsBefore + slices.size > mostCells
            || rowsBefore + slices.rows > mostRows
            || slices.widest > mostColumns;
    if (careful) {
      taken.dropWork(); // the reader stops within it
    }
    batch = taken;
    row.rewind();
    return true;
  }

  /** Returns how many rows were given. */
  private long given() {
    return batch == null ? rowsBefore : rowsBefore + row.index() + 1;
  }

  /** Reads what follows the rows, so that the whole part is known to be sound. */
  private void finish(RowBatch current) {
    if (frame.finish(new BatchStream(batches, current, current.stop))) {
      ended = true;
    } else {
      giveUp(); // the thorough reader says what is wrong
    }
  }

  private void giveUp() {
    long given = given();
    batches.close();
    SheetRows rows = thorough.get();
    fallback = rows;
    for (long i = 0; i < given; i++) {
      rows.next();
    }
  }

  @Override
  public void close() {
    batches.close();
    if (fallback != null) {
      fallback.close();
    }
  }
}
