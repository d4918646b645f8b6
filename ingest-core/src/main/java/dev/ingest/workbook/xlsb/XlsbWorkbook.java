package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.part.OpcPackage;
import java.util.List;

/** An open .xlsb. */
record XlsbWorkbook(OpcPackage parts, DateSystem dateSystem, List<Sheet> sheets)
    implements Workbook {

  @Override
  public String name() {
    return parts.file();
  }

  @Override
  public FileKind kind() {
    return FileKind.XLSB;
  }

  @Override
  public void close() {
    parts.close();
  }
}
