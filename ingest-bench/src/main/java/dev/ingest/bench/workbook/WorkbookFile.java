package dev.ingest.bench.workbook;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook to a file, holding none of its rows. */
final class WorkbookFile {

  private static final long UNUSED_BYTES = 5L << 30;
  private static final long DATE_OF_ENTRIES = 1_580_515_200_000L; // 2020-02-01

  private final BenchWorkbook workbook;
  private final SharedStrings strings = new SharedStrings();

  WorkbookFile(BenchWorkbook workbook) {
    this.workbook = workbook;
  }

  void writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
      for (Map.Entry<String, String> part : SmallParts.all().entrySet()) {
        part(zip, part.getKey(), writer -> writer.write(part.getValue()));
      }
      part(zip, "xl/worksheets/sheet1.xml", this::sheet);
      part(zip, "xl/sharedStrings.xml", strings::writeTo);
      if (workbook.oddity() == Oddity.UNUSED_PART) {
        unusedPart(zip);
      }
    }
  }

  private interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
    start(zip, name);
    Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    content.writeTo(out);
    out.flush();
    zip.closeEntry();
  }

  private static void start(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(DATE_OF_ENTRIES);
    zip.putNextEntry(entry);
  }

  private void sheet(Writer out) throws IOException {
    SheetXml sheet = new SheetXml(out, workbook.producer(), workbook.table(), strings);
    sheet.start(dimension());
    try {
      workbook.data().each(sheet::row);
      if (workbook.oddity() == Oddity.EMPTY_ROWS) {
        for (int row = workbook.rows() + 1; row < BenchWorkbook.LAST_ROW; row++) {
          sheet.emptyRow();
        }
      }
    } catch (UncheckedIOException failure) {
      throw new IOException(failure);
    }
    sheet.end();
  }

  private String dimension() {
    if (workbook.oddity() == Oddity.HUGE_DIMENSION) {
      return "A1:XFD1048576";
    }
    return (workbook.table() == Table.WIDE ? "A1:AN" : "A1:D") + (workbook.rows() + 1);
  }

  private static void unusedPart(ZipOutputStream zip) throws IOException {
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    start(zip, "xl/media/unused.xml");
    for (long written = 0; written < UNUSED_BYTES; written += spaces.length) {
      zip.write(spaces);
    }
    zip.closeEntry();
  }
}
