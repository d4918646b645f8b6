package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookFormat;
import java.io.IOException;

/** Office Open XML workbooks, Transitional and Strict: ECMA-376. */
public final class XlsxFormat implements WorkbookFormat {

  /** Made by the service loader. */
  public XlsxFormat() {}

  @Override
  public boolean reads(FileKind kind) {
    return kind == FileKind.ZIP;
  }

  @Override
  public Workbook open(String name, WorkbookBytes bytes, ReadLimits limits) throws IOException {
    return WorkbookPart.open(new OpcPackage(name, ZipDirectory.read(name, bytes, limits), limits));
  }
}
