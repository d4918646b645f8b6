package dev.ingest.testkit.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Damage as disks and networks do it. Nothing here changes the array it is given. */
public final class Corruption {

  private Corruption() {}

  /**
   * Returns the bytes with one bit changed.
   *
   * @param bit 0 to 7
   */
  public static byte[] flipBit(byte[] bytes, int position, int bit) {
    byte[] flipped = bytes.clone();
    flipped[position] ^= (byte) (1 << bit);
    return flipped;
  }

  /** Returns the first bytes only. */
  public static byte[] truncate(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  /** Returns the bytes without some at the end. */
  public static byte[] cutEnd(byte[] bytes, int count) {
    return truncate(bytes, bytes.length - count);
  }

  /** Returns the bytes with others behind them, one for each character. */
  public static byte[] append(byte[] bytes, String more) {
    byte[] tail = more.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(bytes, bytes.length + tail.length);
    System.arraycopy(tail, 0, all, bytes.length, tail.length);
    return all;
  }
}
