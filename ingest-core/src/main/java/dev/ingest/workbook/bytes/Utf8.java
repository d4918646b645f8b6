package dev.ingest.workbook.bytes;

/** Bytes that should be text. */
public final class Utf8 {

  private Utf8() {}

  /** Returns whether the bytes are UTF-8 (RFC 3629) without the two non-characters of XML. */
  public static boolean isText(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      int length = b[p] >= 0 ? 1 : sequence(b, p, to);
      if (length == 0) {
        return false;
      }
      p += length;
    }
    return true;
  }

  /** Returns how long the sequence beyond ASCII is that starts here, 0 where it is none. */
  private static int sequence(byte[] b, int p, int to) {
    int lead = b[p] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return follows(b, p + 1, to, 1) ? 2 : 0;
    }
    if ((lead & 0xf0) == 0xe0) {
      return follows(b, p + 1, to, 2) && isCharacter(lead, b[p + 1] & 0xff, b[p + 2] & 0xff)
          ? 3
          : 0;
    }
    if (lead < 0xf0 || lead > 0xf4 || !follows(b, p + 1, to, 3)) {
      return 0;
    }
    int second = b[p + 1] & 0xff;
    boolean inRange = lead == 0xf0 ? second >= 0x90 : lead != 0xf4 || second <= 0x8f;
    return inRange ? 4 : 0;
  }

  /** No overlong form, no surrogate, neither U+FFFE nor U+FFFF. */
  private static boolean isCharacter(int lead, int second, int third) {
    if (lead == 0xe0) {
      return second >= 0xa0;
    }
    if (lead == 0xed) {
      return second <= 0x9f;
    }
    return !(lead == 0xef && second == 0xbf && third >= 0xbe);
  }

  private static boolean follows(byte[] b, int from, int to, int count) {
    if (from + count > to) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if ((b[i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether text has no white space at its ends, as far as its first and last bytes tell;
   * what might be a space beyond ASCII is taken for one.
   */
  public static boolean isTrimmed(byte[] b, int from, int to) {
    if (from >= to) {
      return false;
    }
    byte first = b[from];
    byte last = b[to - 1];
    return (first > ' ' || first < 0 && !maySpace(b, from))
        && (last > ' ' || last < 0 && !maySpace(b, lead(b, from, to)));
  }

  private static int lead(byte[] b, int from, int to) {
    int p = to - 1;
    while (p > from && (b[p] & 0xc0) == 0x80) {
      p--;
    }
    return p;
  }

  /** U+0080 to U+00A0, U+1680, U+2000 to U+205F but for dashes and quotes, U+3000; and others. */
  private static boolean maySpace(byte[] b, int p) {
    int lead = b[p] & 0xff;
    if (lead == 0xc2) {
      return (b[p + 1] & 0xff) <= 0xa0;
    }
    if (lead == 0xe2) {
      int third = b[p + 2] & 0xff;
      return (b[p + 1] & 0xff) <= 0x81 && (third <= 0x8f || third >= 0x9f);
    }
    return lead == 0xe1 && b[p + 1] == (byte) 0x9a || lead == 0xe3 && b[p + 1] == (byte) 0x80;
  }
}
