package dev.ingest.workbook.text;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.util.List;

/** An open text. It has no dates; a number in one would count as it does in most workbooks. */
record TextWorkbook(TextSource source, Dialect dialect) implements Workbook {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public FileKind kind() {
    return FileKind.TEXT;
  }

  @Override
  public DateSystem dateSystem() {
    return DateSystem.BASE_1900;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(TextSheet.of(source, dialect));
  }

  @Override
  public void close() {
    try {
      source.bytes().close();
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, name() + ": expected to close it, found " + failure, failure);
    }
  }
}
