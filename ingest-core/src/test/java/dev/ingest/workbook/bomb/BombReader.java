package dev.ingest.workbook.bomb;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.nio.file.Path;

/** Reads workbooks in a process of its own, whose memory is small: a line each. */
final class BombReader {

  private BombReader() {}

  /** Reads the files; the first argument says whether within the default limits. */
  @SuppressWarnings("SystemOut") // what this process is for
  public static void main(String[] args) {
    for (int i = 1; i < args.length; i++) {
      System.out.println(told(Path.of(args[i]), limits(args[0].equals("true"))));
    }
  }

  /** Returns the default limits, or some that are passed by files that are made in no time. */
  static ReadLimits limits(boolean full) {
    ReadLimits limits = ReadLimits.defaults();
    return full
        ? limits
        : limits
            .withPartBytes(48 << 20)
            .withInflatedBytes(96 << 20)
            .withCells(1_000_000)
            .withSharedStrings(100_000)
            .withTextLength(1 << 16);
  }

  private static String told(Path file, ReadLimits limits) {
    try (Workbook workbook = Workbook.open(WorkbookSource.of(file), limits)) {
      long cells = 0;
      for (Sheet sheet : workbook.sheets()) {
        try (SheetRows rows = sheet.rows()) {
          for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            for (int i = 0; i < row.size(); i++) {
              row.at(i).snapshot();
              cells++;
            }
          }
        }
      }
      return "read: " + cells;
    } catch (WorkbookException refusal) {
      return refusal.getMessage();
    }
  }
}
