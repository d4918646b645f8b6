package dev.ingest.workbook.text;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.WorkbookFormat;
import java.io.IOException;

/** Delimited text: RFC 4180, with any of four delimiters or a declared one. */
public final class TextFormat implements WorkbookFormat {

  /** Made by the service loader. */
  public TextFormat() {}

  /** Bytes that look like no text are one where their charset is declared, UTF-16 for example. */
  @Override
  public FileKind identify(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options) {
    return kind == FileKind.UNKNOWN && options.charset().isPresent() ? FileKind.TEXT : kind;
  }

  @Override
  public boolean reads(FileKind kind) {
    return kind == FileKind.TEXT;
  }

  @Override
  public Workbook open(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    try {
      TextSource source = TextSource.of(name, bytes, options);
      return new TextWorkbook(source, Dialect.of(source, options.delimiter()));
    } catch (NoClassDefFoundError missing) { // the one place: all of the library is used by here
      throw new WorkbookException(
          Reason.UNSUPPORTED,
          name
              + ": expected Apache Commons CSV to read a text file with, found none; add the"
              + " dependency org.apache.commons:commons-csv",
          missing);
    }
  }
}
