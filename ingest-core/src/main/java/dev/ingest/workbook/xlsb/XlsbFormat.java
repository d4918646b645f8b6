package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookFormat;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.ZipDirectory;
import java.io.IOException;

/** Binary workbooks of Excel 2007 and later: [MS-XLSB]. */
public final class XlsbFormat implements WorkbookFormat {

  /** Made by the service loader. */
  public XlsbFormat() {}

  @Override
  public boolean reads(FileKind kind) {
    return kind == FileKind.XLSB;
  }

  @Override
  public Workbook open(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    ZipDirectory zip = ZipDirectory.read(name, bytes, options.limits());
    return XlsbWorkbookPart.open(new OpcPackage(name, zip, options.limits()));
  }
}
