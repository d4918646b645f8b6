package dev.ingest.bench.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Inflates the sheet's bytes with the JDK's inflater and does nothing else. */
public final class Limit implements Work {

  private static final int BUFFER = 512 << 10;

  private long inflated;

  /** Runs on the workbook named by the first argument. */
  public static void main(String[] args) throws IOException {
    new Limit().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (ZipFile zip = new ZipFile(workbook.toFile());
        InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      for (int n = sheet.read(buffer); n >= 0; n = sheet.read(buffer)) {
        inflated += n;
      }
    }
    if (inflated == 0) {
      throw new IOException(workbook + ": expected a sheet, found no bytes");
    }
  }
}
