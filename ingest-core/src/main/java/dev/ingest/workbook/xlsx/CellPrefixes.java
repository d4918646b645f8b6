package dev.ingest.workbook.xlsx;

import java.util.Arrays;

/**
 * How the cells of each column began in rows before, from {@code <c} to the value. Mostly they
 * begin alike in every row but for the row's number, so that one comparison of all these bytes
 * stands for reading them one by one. Measured: a third of the scanning.
 */
final class CellPrefixes {

  /** Columns that are remembered. */
  private static final int COLUMNS = 256;

  /** Bytes of the longest beginning that is remembered. */
  private static final int LONGEST = 64;

  /** What a column must miss in a row to be learned anew: some columns have two kinds of cells. */
  private static final int MISSES = 2;

  private byte[] texts = new byte[0];
  private int[] ends = new int[0];
  private int[] digitsAt = new int[0];
  private int[] misses = new int[0];
  private final byte[] digits = new byte[8];
  private int count;
  private int columns;

  /** Of each column, what the cell is. */
  byte[] types = new byte[0];

  int[] styles = new int[0];

  /** Says what number the row has, as it is written there; of eight digits at most. */
  void number(byte[] b, int from, int to) {
    if (to - from != count) {
      count = to - from;
      System.arraycopy(b, from, digits, 0, count);
      columns = 0;
      return;
    }
    for (int i = 0; i < count; i++) {
      byte digit = b[from + i];
      if (digits[i] != digit) {
        digits[i] = digit;
        for (int column = 0; column < columns; column++) {
          texts[digitsAt[column] + i] = digit;
        }
      }
    }
  }

  /** Forgets all, since a row has no number or an odd one. */
  void forget() {
    count = 0;
    columns = 0;
  }

  /** Returns the position after the beginning of a cell in a column, or -1 where it is another. */
  int match(byte[] b, int from, int column) {
    if (column >= columns) {
      return RowScanner.GIVE_UP;
    }
    int start = column * LONGEST;
    int to = from + ends[column] - start;
    if (to == from || to > b.length || !Arrays.equals(b, from, to, texts, start, ends[column])) {
      return RowScanner.GIVE_UP;
    }
    misses[column] = 0;
    return to;
  }

  /** Learns how a cell begins. */
  void learn(byte[] b, int from, int to, PlainTag tag) {
    int column = tag.column;
    if (column >= COLUMNS || to - from > LONGEST || tag.digits != count) {
      return;
    }
    while (columns <= column) {
      add();
    }
    if (ends[column] > column * LONGEST && ++misses[column] < MISSES) {
      return;
    }
    int start = column * LONGEST;
    System.arraycopy(b, from, texts, start, to - from);
    ends[column] = start + to - from;
    digitsAt[column] = start + tag.digitsFrom - from;
    types[column] = tag.type;
    styles[column] = tag.style;
    misses[column] = 0;
  }

  /** Makes room for a column; what is not learned yet matches nothing. */
  private void add() {
    if (columns == ends.length) {
      int more = Math.max(8, columns * 2);
      texts = Arrays.copyOf(texts, more * LONGEST);
      ends = Arrays.copyOf(ends, more);
      digitsAt = Arrays.copyOf(digitsAt, more);
      misses = Arrays.copyOf(misses, more);
      types = Arrays.copyOf(types, more);
      styles = Arrays.copyOf(styles, more);
    }
    int start = columns * LONGEST;
    texts[start] = 0;
    ends[columns] = start;
    digitsAt[columns] = start;
    misses[columns] = 0;
    columns++;
  }
}
