package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet by {@link RowScanner}, as long as its grammar holds, else by {@link XlsxRows}
 * from the beginning, without those already given.
 */
final class FastRows implements SheetRows {

  /** The deepest that the scanner goes: worksheet, sheetData, row, c, is, t. */
  private static final int DEPTH = 6;

  private final long mostCells;
  private final long mostRows;
  private final long mostColumns;
  private final Supplier<SheetRows> thorough;
  private final RowSlices slices = new RowSlices();
  private final SliceRow row;
  private final RowScanner scanner;
  private final ScannedPart scanned;
  private final SheetWindow window;
  private @Nullable SheetRows fallback;
  private boolean ended;
  private long given;
  private long cells;

  /**
   * Opens a sheet.
   *
   * @param part the file and part, for messages
   * @param thorough opens it for {@link XmlReader}
   */
  FastRows(
      String part,
      String sheet,
      XlsxTables tables,
      ReadLimits limits,
      ChunkSource chunks,
      Supplier<SheetRows> thorough) {
    this.mostCells = limits.cells();
    this.mostRows = limits.rows();
    this.mostColumns = limits.columns();
    slices.longestText = limits.textLength();
    this.thorough = thorough;
    this.row = new SliceRow(part, sheet, slices, tables);
    this.scanner = new RowScanner(slices, tables.styles().count());
    this.scanned = new ScannedPart(part, limits, "worksheet", "sheetData", "row", chunks);
    this.window = scanned.window();
    try {
      if (limits.xmlDepth() < DEPTH || !scanned.open()) {
        giveUp();
      }
    } catch (RuntimeException broken) {
      window.close();
      throw broken;
    }
  }

  @Override
  public @Nullable SheetRow next() {
    if (fallback != null) {
      return fallback.next();
    }
    return ended ? null : scan();
  }

  private @Nullable SheetRow scan() {
    if (!scanned.fill()) {
      return giveUp().next();
    }
    int after = scanner.scan(window.bytes(), window.position());
    if (after == RowScanner.NO_ROW) {
      return finish();
    }
    cells += slices.size;
    if (after < 0 || after > window.end() || passesLimit()) {
      return giveUp().next();
    }
    window.moveTo(after);
    given++;
    row.show(window.bytes());
    return row;
  }

  private boolean passesLimit() {
    return cells > mostCells || given >= mostRows || slices.lastColumn() > mostColumns;
  }

  /** Reads what follows the rows, so that the whole part is known to be sound. */
  private @Nullable SheetRow finish() {
    if (!scanned.finish()) {
      return giveUp().next(); // which says what is wrong
    }
    ended = true;
    return null;
  }

  private SheetRows giveUp() {
    window.close();
    SheetRows rows = thorough.get();
    fallback = rows;
    for (long i = 0; i < given; i++) {
      rows.next();
    }
    return rows;
  }

  @Override
  public void close() {
    window.close();
    if (fallback != null) {
      fallback.close();
    }
  }
}
