package dev.ingest.aws.redshift;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes CSV on, with the mark for null in each field that is empty and has no quotes. It looks at
 * the bytes that end fields and lines, which are no part of any other character in UTF-8.
 */
final class NullMarks extends FilterOutputStream {

  private static final byte[] MARK = RedshiftCsv.NULL.getBytes(StandardCharsets.US_ASCII);

  /** Of a field that differs from the mark. */
  private static final int DIFFERS = -1;

  private boolean quoted;
  private boolean blank = true;
  private int matched;
  private long line = 1;

  NullMarks(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int passed = from;
    for (int i = from; i < from + length; i++) {
      byte b = bytes[i];
      if (quoted || b != ',' && b != '\n') {
        within(b);
      } else {
        if (blank) {
          out.write(bytes, passed, i - passed);
          out.write(MARK);
          passed = i;
        }
        end(b);
      }
    }
    out.write(bytes, passed, from + length - passed);
  }

  private void within(byte b) {
    blank = false;
    if (b == '"') {
      quoted = !quoted;
    } else {
      matched = matched >= 0 && matched < MARK.length && MARK[matched] == b ? matched + 1 : DIFFERS;
    }
  }

  private void end(byte b) {
    if (matched == MARK.length) {
      throw new LoadException(
          Reason.ROWS_REFUSED,
          "line %s of the CSV: expected any text but %s, which is the mark for null, found it; nothing was loaded; change that cell"
              .formatted(line, RedshiftCsv.NULL),
          null);
    }
    line += b == '\n' ? 1 : 0;
    blank = true;
    matched = 0;
  }
}
