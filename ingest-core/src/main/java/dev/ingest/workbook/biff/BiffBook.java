package dev.ingest.workbook.biff;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.grid.DateStyles;
import dev.ingest.workbook.part.Names;
import org.jspecify.annotations.Nullable;

/** The stream of a workbook and what its sheets share. The strings are read on first use. */
final class BiffBook {

  private final String file;
  private final WorkbookBytes stream;
  private final ReadLimits limits;
  private final BiffGlobals globals;
  private final BiffTexts texts;
  private @Nullable SharedTexts strings;

  BiffBook(String file, WorkbookBytes stream, ReadLimits limits) {
    this.file = file;
    this.stream = stream;
    this.limits = limits;
    this.globals = BiffGlobals.read(new Records(file, stream), limits);
    this.texts = globals.texts();
  }

  String file() {
    return file;
  }

  ReadLimits limits() {
    return limits;
  }

  BiffGlobals globals() {
    return globals;
  }

  DateSystem dates() {
    return globals.dates();
  }

  DateStyles styles() {
    return globals.styles();
  }

  BiffTexts texts() {
    return texts;
  }

  /** Opens the records of a sheet, before its first. */
  Records records(String sheet, long at) {
    Records records = new Records(file + ": " + Names.shown(sheet), stream);
    records.seek(at);
    return records;
  }

  SharedTexts strings() {
    SharedTexts read = strings;
    if (read == null) {
      read = readStrings();
      strings = read;
    }
    return read;
  }

  private SharedTexts readStrings() {
    if (globals.strings() < 0) {
      return SharedTexts.none();
    }
    Records records = new Records(file, stream);
    records.seek(globals.strings());
    records.next();
    return SharedTexts.read(records, limits);
  }
}
