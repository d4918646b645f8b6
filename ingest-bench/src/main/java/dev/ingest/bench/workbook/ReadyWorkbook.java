package dev.ingest.bench.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * A workbook that stands on the disk.
 *
 * @param workbook what it is
 * @param file where it is
 * @param expected the rows that a program must keep, as CSV
 */
public record ReadyWorkbook(BenchWorkbook workbook, Path file, Path expected) {

  /** Returns its name. */
  public String name() {
    return workbook.name();
  }

  /** Returns how many bytes its sheet's XML has. */
  public long sheetBytes() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry("xl/worksheets/sheet1.xml").getSize();
    }
  }
}
