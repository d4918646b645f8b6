package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet by {@link RowScanner}, as long as its grammar holds, else by {@link XlsxRows}
 * from the beginning, without those already given. What stands around the rows is always read by
 * {@link XmlReader}, so that a sheet that is cut short or not well-formed is an error.
 */
final class FastRows implements SheetRows {

  private static final byte[] DATA = {'<', 's', 'h', 'e', 'e', 't', 'D', 'a', 't', 'a', '>'};

  /** The deepest that the scanner goes: worksheet, sheetData, row, c, is, t. */
  private static final int DEPTH = 6;

  /** More than any row that a person made; each chunk that is waited for copies what is there. */
  private static final int LONGEST_ROW = 8 << 20;

  private final String part;
  private final ReadLimits limits;
  private final Supplier<SheetRows> thorough;
  private final RowSlices slices = new RowSlices();
  private final SliceRow row;
  private final RowScanner scanner;
  private final SheetWindow window;
  private byte[] prologue = new byte[0];
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
    this.part = part;
    this.limits = limits;
    slices.longestText = limits.textLength();
    this.thorough = thorough;
    this.row = new SliceRow(part, sheet, slices, tables);
    this.scanner = new RowScanner(slices, tables.styles().count());
    this.window = new SheetWindow(chunks);
    try {
      if (!readPrologue()) {
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
    return ended ? null : scanned();
  }

  private @Nullable SheetRow scanned() {
    while (window.position() >= window.end() && !window.isLast()) {
      if (window.available() - window.position() > LONGEST_ROW) {
        return giveUp().next(); // whose memory does not grow with the row
      }
      window.advance();
    }
    int after = scanner.scan(window.bytes(), window.position());
    if (after == RowScanner.NO_ROW) {
      return finish();
    }
    cells += slices.size;
    if (after < 0 || after > window.end() || cells > limits.cells()) {
      return giveUp().next();
    }
    window.moveTo(after);
    given++;
    row.show(window.bytes());
    return row;
  }

  /** Reads up to the first row; what is there must be XML and mean a worksheet. */
  private boolean readPrologue() {
    if (limits.xmlDepth() < DEPTH) {
      return false;
    }
    window.advance();
    byte[] b = window.bytes();
    int from = window.position();
    int data = indexOfData(b, from, window.available());
    if (data < 0) {
      return false;
    }
    window.moveTo(data + DATA.length);
    prologue = java.util.Arrays.copyOfRange(b, from, data + DATA.length);
    try (XmlReader xml = new XmlReader(part, new ByteArrayInputStream(prologue), limits)) {
      XmlReader.Event event = xml.next();
      if (!xml.starts("worksheet")) {
        return false;
      }
      while (event != XmlReader.Event.END_DOCUMENT) {
        if (xml.starts("sheetData")) {
          return true;
        }
        event = xml.next();
      }
      return false;
    } catch (WorkbookException notPlain) {
      return false; // read again by the thorough reader, which says what is wrong and where
    }
  }

  /**
   * Finds the element; where there may be a comment, which could hold its likeness, it does not.
   */
  private static int indexOfData(byte[] b, int from, int to) {
    for (int i = from; i + DATA.length <= to; i++) {
      if (b[i] == '<') {
        if (b[i + 1] == '!') {
          return -1;
        }
        if (java.util.Arrays.equals(b, i, i + DATA.length, DATA, 0, DATA.length)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Reads what follows the rows, so that the whole part is known to be sound. */
  private @Nullable SheetRow finish() {
    InputStream around = new SequenceInputStream(new ByteArrayInputStream(prologue), window.rest());
    try (XmlReader xml = new XmlReader(part, around, limits)) {
      int data = 0;
      while (xml.next() != XmlReader.Event.END_DOCUMENT) {
        data += xml.starts("sheetData") ? 1 : 0;
      }
      if (data > 1) {
        return giveUp().next(); // which refuses it
      }
      ended = true;
      return null;
    } catch (WorkbookException broken) {
      return giveUp().next(); // which throws it again, with the line
    }
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
