package dev.ingest.workbook.poi;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.WorkbookFormat;
import dev.ingest.workbook.ole2.Ole2Directory;
import java.io.IOException;

/** Workbooks in OLE 2 files: .xls, and encrypted ones of any format. */
public final class Ole2Format implements WorkbookFormat {

  /** Made by the service loader. */
  public Ole2Format() {}

  @Override
  public FileKind identify(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    return kind == FileKind.OLE2 ? Ole2Directory.identify(name, bytes) : kind;
  }

  @Override
  public boolean reads(FileKind kind) {
    return kind == FileKind.XLS || kind == FileKind.ENCRYPTED;
  }

  @Override
  public Workbook open(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    try {
      return kind == FileKind.XLS
          ? XlsFile.open(name, bytes, options)
          : EncryptedFile.open(name, bytes, options);
    } catch (NoClassDefFoundError missing) { // POI may be left out by whoever needs no such files
      throw new WorkbookException(
          Reason.UNSUPPORTED,
          "%s: expected Apache POI for reading %s, found none; add the dependency org.apache.poi:poi:5.5.1"
              .formatted(name, kind.description()),
          missing);
    }
  }
}
