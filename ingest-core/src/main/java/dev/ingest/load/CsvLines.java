package dev.ingest.load;

import java.io.IOException;
import java.io.InputStream;

/**
 * Tells which row of a CSV file stands on a line: databases count lines, and a value may hold line
 * breaks. Nothing is kept while a file is written; it is read again when somebody asks.
 */
public final class CsvLines {

  private static final int BUFFER = 64 << 10;

  private CsvLines() {}

  /**
   * Finds the row of a line.
   *
   * @param csv as {@link dev.ingest.format.CsvFormat} writes it; not closed here
   * @param line counted from 1, the header's lines included
   * @return the row, counted from 1, the header aside; 0 for the header, or if there is no such
   *     line
   */
  public static long record(InputStream csv, long line) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long at = 1;
    long record = 0;
    boolean quoted = false;
    for (int count = csv.read(buffer); count >= 0; count = csv.read(buffer)) {
      for (int i = 0; i < count; i++) {
        if (at == line) {
          return record;
        }
        if (buffer[i] == '"') { // a doubled quote leaves and enters again
          quoted = !quoted;
        } else if (buffer[i] == '\n') {
          at++;
          record += quoted ? 0 : 1;
        }
      }
    }
    return 0;
  }
}
