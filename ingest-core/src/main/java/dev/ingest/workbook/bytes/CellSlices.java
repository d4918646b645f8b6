package dev.ingest.workbook.bytes;

import java.util.Arrays;

/**
 * The cells of the rows of a batch as slices of its bytes: no text is decoded. Arrays, and not
 * objects, since a batch has tens of thousands of cells; they are made once and grow with the
 * fullest batch. A cell is its index in all of them, its slot.
 */
public final class CellSlices {

  /** A cell without a value. */
  public static final byte NONE = 0;

  /** A number whose style is not that of a date. */
  public static final byte NUMBER = 1;

  /** The index of a shared string. */
  public static final byte SHARED = 2;

  /** Text that stands in the cell. */
  public static final byte TEXT = 3;

  /** TRUE or FALSE. */
  public static final byte LOGICAL = 4;

  /** An error. */
  public static final byte ERROR = 5;

  /** A date as ISO 8601 text. */
  public static final byte ISO_DATE = 6;

  /** A formula that has no value. */
  public static final byte UNCALCULATED = 7;

  /** A number with the style of a date. */
  public static final byte DATE = 8;

  /** The scale of what is no plain decimal, such as {@code 1E-3}, or has too many digits. */
  public static final byte NO_DECIMAL = -1;

  /** Digits that always fit a long; zeros before the first that counts are not counted. */
  public static final int MOST_DIGITS = 18;

  /** Digits behind the point, so that a power of ten and the next are exact doubles. */
  public static final int MOST_SCALE = 21;

  /** Longs that a cell takes. */
  public static final int WORDS = 3;

  private static final int CELLS = 64;
  private static final int ROWS = 32;

  /** The bytes that all is a slice of. */
  public byte[] bytes = new byte[0];

  /** How many rows are whole. */
  public int rows;

  /** The last column of all rows. */
  public int widest;

  /** Of each row: its number. */
  public int[] numbers = new int[ROWS];

  /** Of each row: where its cells start; the next one's start is its end. */
  public int[] first = new int[ROWS + 1];

  /** Of each row: whether it is hidden. */
  public boolean[] hiddenRows = new boolean[ROWS];

  /** The number of the row that is being scanned. */
  public int number;

  /** Whether the row that is being scanned is hidden. */
  public boolean hidden;

  /** How many cells there are, those of the row that is being scanned too. */
  public int size;

  /**
   * The cells, three longs each: where the value starts and ends; the digits of a plain decimal;
   * and all that is small. One array, since to write three longs is quicker than to write seven
   * values into as many arrays, each with a bounds check of its own.
   */
  public long[] cells = new long[CELLS * WORDS];

  private int unnumbered;

  /** Forgets all rows. */
  public void clear(byte[] newBytes) {
    bytes = newBytes;
    rows = 0;
    unnumbered = 0;
    widest = 0;
    size = 0;
    number = 0;
  }

  /** Begins a row behind those that are whole. */
  public void beginRow() {
    size = first[rows];
    hidden = false;
  }

  /** Counts the row that is being scanned as whole. */
  public void endRow() {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, rows * 2);
      first = Arrays.copyOf(first, rows * 2 + 1);
      hiddenRows = Arrays.copyOf(hiddenRows, rows * 2);
    }
    int last = lastColumn();
    if (last > widest) {
      widest = last;
    }
    numbers[rows] = number;
    hiddenRows[rows] = hidden;
    first[++rows] = size;
  }

  /** Counts the row that is being scanned as the one after the row before. */
  public void isUnnumbered(int newNumber) {
    number = newNumber;
    if (unnumbered == rows) {
      unnumbered++;
    }
  }

  /**
   * Numbers the rows that have no number of their own at the start: they follow the last batch.
   *
   * @param before the number of the last row of the batch before
   * @return whether the rows are in ascending order with it
   */
  public boolean follow(int before) {
    int count = Math.min(unnumbered, rows);
    for (int i = 0; i < count; i++) {
      numbers[i] += before;
    }
    return count == rows || numbers[count] > (count == 0 ? before : numbers[count - 1]);
  }

  /** Returns the last column of the row that is being scanned, or 0. */
  public int lastColumn() {
    return size == first[rows] ? 0 : column(size - 1);
  }

  /** Returns the last column of a row, or 0. */
  public int lastColumn(int row) {
    return size(row) == 0 ? 0 : column(first[row + 1] - 1);
  }

  /** Returns how many cells a row has. */
  public int size(int row) {
    return first[row + 1] - first[row];
  }

  /** Makes room for one more cell. */
  public void makeRoom() {
    if ((size + 1) * WORDS > cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
  }

  /** Returns where a value starts and ends, as one word. */
  public static long range(int start, int end) {
    return (long) end << 32 | start;
  }

  /**
   * Returns all that is small of a cell as one word.
   *
   * @param special what its text has that needs more than copying; the scanner says what
   * @param scale how many digits of a plain decimal stand behind the point, or {@link #NO_DECIMAL}
   */
  public static long shape(int column, int kind, int special, int scale) {
    return (long) column << 32 | (scale & 0xff) << 16 | special << 8 | kind;
  }

  /** Adds a cell to the row that is being scanned; there must be room. */
  public void add(long range, long digits, long shape) {
    int at = size * WORDS;
    cells[at] = range;
    cells[at + 1] = digits;
    cells[at + 2] = shape;
    size++;
  }

  /** Returns the column of a cell, counted from 1. */
  public int column(int slot) {
    return (int) (cells[slot * WORDS + 2] >>> 32);
  }

  /** Returns what a cell holds. */
  public int kind(int slot) {
    return (int) cells[slot * WORDS + 2] & 0xff;
  }

  /** Returns what a cell's text has that needs more than copying. */
  public int special(int slot) {
    return (int) cells[slot * WORDS + 2] >> 8 & 0xff;
  }

  /**
   * Returns how many digits of a plain decimal stand behind the point; else {@link #NO_DECIMAL}.
   */
  public int scale(int slot) {
    return (byte) (cells[slot * WORDS + 2] >> 16);
  }

  /** Returns all digits of a plain decimal as an integer, with its sign. */
  public long digits(int slot) {
    return cells[slot * WORDS + 1];
  }

  /** Returns where a value starts. */
  public int start(int slot) {
    return (int) cells[slot * WORDS];
  }

  /** Returns where a value ends. */
  public int end(int slot) {
    return (int) (cells[slot * WORDS] >>> 32);
  }

  /** Returns the slot of a row's cell in a column, or -1. */
  public int find(int row, int wanted) {
    int from = first[row];
    int to = first[row + 1];
    int guess = from + wanted - 1; // rows without gaps, which are most
    return guess < to && column(guess) == wanted ? guess : search(from, to, wanted);
  }

  private int search(int from, int to, int wanted) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column(middle) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < to && column(low) == wanted ? low : -1;
  }

  /** Returns the number that a plain decimal without decimals is, or -1 where it is none. */
  public int natural(int slot) {
    long value = digits(slot);
    return scale(slot) == 0 && value >= 0 && value <= Integer.MAX_VALUE ? (int) value : -1;
  }
}
