package dev.ingest.workbook.biff;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An open .xls. */
public final class BiffWorkbook implements Workbook {

  private static final int WORKSHEET = 0;

  private final WorkbookBytes stream;
  private final BiffBook book;
  private final List<Sheet> sheets;

  private BiffWorkbook(WorkbookBytes stream, BiffBook book, List<Sheet> sheets) {
    this.stream = stream;
    this.book = book;
    this.sheets = sheets;
  }

  /**
   * Opens a stream of records that are not, or no longer, encrypted; {@link #close()} closes it.
   *
   * @param name the file, for messages
   * @throws dev.ingest.workbook.WorkbookException if it cannot be read
   */
  public static BiffWorkbook open(String name, WorkbookBytes stream, ReadLimits limits) {
    BiffBook book = new BiffBook(name, stream, limits);
    List<Sheet> sheets = new ArrayList<>();
    for (BiffGlobals.Entry entry : book.globals().entries()) {
      if (entry.type() == WORKSHEET && SheetScan.isWorksheet(book, entry)) {
        sheets.add(new BiffSheet(book, entry, sheets.size() + 1));
      }
    }
    return new BiffWorkbook(stream, book, List.copyOf(sheets));
  }

  @Override
  public String name() {
    return book.file();
  }

  @Override
  public FileKind kind() {
    return FileKind.XLS;
  }

  @Override
  public DateSystem dateSystem() {
    return book.dates();
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, name() + ": expected to close it, found " + failure, failure);
    }
  }
}
