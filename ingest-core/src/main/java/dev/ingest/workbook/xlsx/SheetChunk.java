package dev.ingest.workbook.xlsx;

/**
 * A piece of an inflated sheet. There is room before the data, so that a row that was cut in two
 * can be made whole by copying its first half, and after it, so that the scanner's loops meet a
 * sentinel instead of checking for the end at each byte.
 */
final class SheetChunk {

  /** Room for the first half of a row; longer ones get a larger array. */
  static final int HEAD_ROOM = 16 << 10;

  /** Room for the sentinel: more than any literal that the scanner compares with. */
  static final int TAIL_ROOM = 16;

  /** Measured: 512 KiB beats 64 to 128 KiB by a tenth cold, as the threads meet less often. */
  static final int SIZE = 512 << 10;

  byte[] bytes;
  int from;
  int to;

  SheetChunk(int size) {
    this.bytes = new byte[HEAD_ROOM + size + TAIL_ROOM];
  }
}
