package dev.ingest.workbook.text;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.WorkbookBytes;
import java.io.IOException;

/** The bytes of a text and how they are decoded; opened anew for each pass. */
record TextSource(String name, WorkbookBytes bytes, TextCharset charset, ReadLimits limits) {

  static TextSource of(String name, WorkbookBytes bytes, ReadOptions options) throws IOException {
    TextCharset charset = TextCharset.of(name, bytes, options.charset());
    return new TextSource(name, bytes, charset, options.limits());
  }

  StrictReader open() {
    return new StrictReader(this);
  }
}
