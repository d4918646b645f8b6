package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.part.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The two readers of a sheet on bytes alone, and what they say. Style 1 is a date. */
final class SheetReaders {

  static final String PART = "book.xlsx: sheet";

  /** One reader knows the line, the other the cell. */
  private static final String PLACE = "(, line \\d+)?(: data![A-Z]+\\d+)?";

  private final ReadLimits limits;

  SheetReaders(ReadLimits limits) {
    this.limits = limits;
  }

  /** Returns what the thorough reader tells. */
  String thorough(byte[] xml) {
    return told(rows(xml));
  }

  /**
   * Returns what the fast reader tells, with the thorough one to fall back on.
   *
   * @param size bytes of a batch
   * @param helped whether a second thread fills and scans batches too
   */
  String fast(byte[] xml, int size, boolean helped) {
    return told(fastRows(xml, size, helped ? task -> new Thread(task).start() : null));
  }

  /** Opens the fast reader. */
  SheetRows fastRows(byte[] xml, int size, @Nullable Executor helper) {
    return new FastRows(
        PART,
        "data",
        tables(),
        limits,
        new ByteArrayInputStream(xml),
        size,
        helper,
        () -> rows(xml));
  }

  SheetRows rows(byte[] xml) {
    return new XlsxRows(
        new XmlReader(PART, new ByteArrayInputStream(xml), limits), "data", tables(), limits);
  }

  static XlsxTables tables() {
    SharedStrings strings = SharedStrings.of(List.of("zero", "one"));
    return new XlsxTables(strings, Styles.of(false, true), DateSystem.BASE_1900);
  }

  /** Returns what a reader says: its cells, or its refusal without the place. */
  static String told(SheetRows rows) {
    StringBuilder all = new StringBuilder();
    try (rows) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        all.append(row.number()).append(row.hidden() ? " hidden" : "").append('\n');
        for (int i = 0; i < row.size(); i++) {
          Cell cell = row.at(i);
          all.append(cell.column()).append(' ').append(cell.snapshot()).append('\n');
        }
      }
    } catch (WorkbookException refused) {
      return "refused: " + refused.getMessage().replaceFirst(PART + PLACE, PART);
    }
    return all.toString();
  }
}
