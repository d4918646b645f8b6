package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookFormat;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.ZipDirectory;
import java.io.IOException;
import java.util.List;

/** Office Open XML workbooks, Transitional and Strict: ECMA-376. */
public final class XlsxFormat implements WorkbookFormat {

  /** A part that only one kind of package has. */
  private record Telling(String part, FileKind kind) {}

  /** What has none of these may be a workbook. */
  private static final List<Telling> TELLING =
      List.of(
          new Telling("xl/workbook.bin", FileKind.XLSB),
          new Telling("word/document.xml", FileKind.WORD),
          new Telling("ppt/presentation.xml", FileKind.POWERPOINT),
          new Telling("content.xml", FileKind.ODS),
          new Telling("Index/Document.iwa", FileKind.NUMBERS),
          new Telling("META-INF/MANIFEST.MF", FileKind.JAVA_ARCHIVE));

  /** Made where files are opened. */
  public XlsxFormat() {}

  @Override
  public FileKind identify(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    boolean zip = kind == FileKind.ZIP || kind == FileKind.UNKNOWN && ZipDirectory.endsIn(bytes);
    return zip ? identify(name, bytes, options) : kind;
  }

  private static FileKind identify(String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    ZipDirectory zip = ZipDirectory.read(name, bytes, options.limits());
    for (Telling telling : TELLING) {
      if (zip.find(telling.part()).isPresent()) {
        return telling.kind();
      }
    }
    return WorkbookPart.kindIn(new OpcPackage(name, zip, options.limits()), FileKind.ZIP);
  }

  @Override
  public boolean reads(FileKind kind) {
    return kind == FileKind.XLSX;
  }

  @Override
  public Workbook open(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    ZipDirectory zip = ZipDirectory.read(name, bytes, options.limits());
    return WorkbookPart.open(new OpcPackage(name, zip, options.limits()), options);
  }
}
