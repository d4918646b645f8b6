package dev.ingest.inspect;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;

/** Remembers how many bytes there are, since some sources can be opened once only. */
final class MeasuredSource implements WorkbookSource {

  private final WorkbookSource source;
  private long bytes;

  MeasuredSource(WorkbookSource source) {
    this.source = source;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public WorkbookBytes open() throws IOException {
    WorkbookBytes opened = source.open();
    bytes = opened.length();
    return opened;
  }

  long bytes() {
    return bytes;
  }
}
