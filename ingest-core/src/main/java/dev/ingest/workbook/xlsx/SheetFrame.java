package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.part.Damage;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a worksheet without its rows: all up to {@code <sheetData>} and all from {@code
 * </sheetData>}. The bytes between are looked at for that end only, so that a large sheet costs
 * little more than inflating it.
 *
 * <p>Where the rows hold a comment, a CDATA section or an instruction, which could hold the
 * likeness of that end, this fails; where the start is not found (a prefix, UTF-16), nothing is
 * left out.
 */
final class SheetFrame extends InputStream {

  private static final byte[] START = {'<', 's', 'h', 'e', 'e', 't', 'D', 'a', 't', 'a', '>'};
  private static final byte[] END = {'<', '/', 's', 'h', 'e', 'e', 't', 'D', 'a', 't', 'a', '>'};

  private enum Place {
    BEFORE,
    ROWS,
    AFTER
  }

  private final InputStream part;
  private final byte[] buffer = new byte[64 << 10];
  private Place place = Place.BEFORE;
  private int from;
  private int to;

  /** How far the buffer can be handed out as it is. */
  private int given;

  private boolean ended;

  SheetFrame(InputStream part) {
    this.part = part;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (from == given) {
      if (ended && from == to) {
        return -1;
      }
      refill();
      look();
    }
    int count = Math.min(length, given - from);
    System.arraycopy(buffer, from, into, offset, count);
    from += count;
    return count;
  }

  /** Moves what is left to the front and reads on behind it. */
  private void refill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int count = part.readNBytes(buffer, to, buffer.length - to);
    ended = count == 0;
    to += count;
  }

  /** Decides what of the buffer is handed out and what is dropped. */
  private void look() {
    if (place == Place.BEFORE) {
      before();
    } else if (place == Place.ROWS) {
      rows();
    } else {
      given = to;
    }
  }

  private void before() {
    int last = ended ? to : to - START.length + 1; // a start may be cut in two
    for (int i = 0; i < last; i++) {
      if (buffer[i] == '<') {
        if (i + 1 < to && buffer[i + 1] == '!') {
          place = Place.AFTER;
          given = to;
          return;
        }
        if (isAt(i, START)) {
          place = Place.ROWS;
          given = i + START.length;
          return;
        }
      }
    }
    given = Math.max(0, last);
  }

  private void rows() {
    int last = ended ? to : to - END.length + 1;
    for (int i = 0; i < last; i++) {
      if (buffer[i] == '<') {
        if (isAt(i, END)) {
          place = Place.AFTER;
          from = i;
          given = to;
          return;
        }
        if (i + 1 < to && (buffer[i + 1] == '!' || buffer[i + 1] == '?')) {
          throw Damage.at("rows", "expected rows that can be passed over, found others");
        }
      }
    }
    from = Math.max(0, last);
    given = from;
  }

  private boolean isAt(int i, byte[] literal) {
    return i + literal.length <= to
        && java.util.Arrays.equals(buffer, i, i + literal.length, literal, 0, literal.length);
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
