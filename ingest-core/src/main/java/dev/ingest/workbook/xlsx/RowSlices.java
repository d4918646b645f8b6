package dev.ingest.workbook.xlsx;

import java.util.Arrays;

/**
 * The cells of the rows of a batch as slices of its bytes: nothing is decoded. The arrays are made
 * once and grow with the fullest batch.
 */
final class RowSlices {

  /** Kinds of content: what {@code t} says, and nothing. */
  static final byte NONE = 0;

  static final byte NUMBER = 1;
  static final byte SHARED = 2;
  static final byte TEXT = 3;
  static final byte LOGICAL = 4;
  static final byte ERROR = 5;
  static final byte ISO_DATE = 6;
  static final byte UNCALCULATED = 7;

  /** Said of a value that is not known to be a small natural number. */
  static final int NO_INTEGER = -1;

  /** Digits that always fit an int. */
  static final int INTEGER_DIGITS = 9;

  /** Bytes of a text past which the scanner gives up: the limit is one of characters. */
  int longestText = Integer.MAX_VALUE;

  /** How many rows are whole. */
  int rows;

  /** How many rows at the start have no number of their own: they follow the last batch. */
  int unnumbered;

  /** The last column of all rows. */
  int widest;

  /** Of each row: its number, and where its cells start; the next one's start is its end. */
  int[] numbers = new int[32];

  int[] first = new int[33];
  boolean[] hiddenRows = new boolean[32];

  /** The row that is being scanned. */
  int number;

  boolean hidden;

  /** How many cells there are, those of the row that is being scanned too. */
  int size;

  int[] column = new int[32];
  byte[] type = new byte[32];
  int[] style = new int[32];
  int[] start = new int[32];
  int[] end = new int[32];

  /** The value as a number, where it is nothing but a few digits, or {@link #NO_INTEGER}. */
  int[] integer = new int[32];

  /** What the text has that needs more than copying: see {@link ByteClass}. */
  byte[] special = new byte[32];

  /** Forgets all rows. */
  void clear() {
    rows = 0;
    unnumbered = 0;
    widest = 0;
    size = 0;
    number = 0;
  }

  void beginRow() {
    size = first[rows];
    hidden = false;
  }

  void endRow() {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, rows * 2);
      first = Arrays.copyOf(first, rows * 2 + 1);
      hiddenRows = Arrays.copyOf(hiddenRows, rows * 2);
    }
    widest = Math.max(widest, lastColumn());
    numbers[rows] = number;
    hiddenRows[rows] = hidden;
    first[++rows] = size;
  }

  /** Counts the row that is being scanned as the one after the row before. */
  void isUnnumbered(int newNumber) {
    number = newNumber;
    if (unnumbered == rows) {
      unnumbered++;
    }
  }

  /**
   * Numbers the rows that have no number of their own.
   *
   * @param before the number of the last row of the batch before
   * @return whether the rows are in ascending order with it
   */
  boolean follow(int before) {
    int count = Math.min(unnumbered, rows);
    for (int i = 0; i < count; i++) {
      numbers[i] += before;
    }
    return count == rows || numbers[count] > (count == 0 ? before : numbers[count - 1]);
  }

  /** Returns the last column of the row that is being scanned, or 0. */
  int lastColumn() {
    return size == first[rows] ? 0 : column[size - 1];
  }

  /** Returns the last column of a row, or 0. */
  int lastColumn(int row) {
    return size(row) == 0 ? 0 : column[first[row + 1] - 1];
  }

  /** Returns how many cells a row has. */
  int size(int row) {
    return first[row + 1] - first[row];
  }

  /** Makes room for one more cell and returns its index; it counts once {@code size} is raised. */
  int slot() {
    if (size == column.length) {
      int larger = size * 2;
      column = Arrays.copyOf(column, larger);
      type = Arrays.copyOf(type, larger);
      style = Arrays.copyOf(style, larger);
      start = Arrays.copyOf(start, larger);
      end = Arrays.copyOf(end, larger);
      integer = Arrays.copyOf(integer, larger);
      special = Arrays.copyOf(special, larger);
    }
    return size;
  }

  /** Returns the index of a row's cell in a column, or -1. */
  int find(int row, int wanted) {
    int from = first[row];
    int to = first[row + 1];
    int guess = from + wanted - 1; // rows without gaps, which are most
    if (guess < to && column[guess] == wanted) {
      return guess;
    }
    int found = Arrays.binarySearch(column, from, to, wanted);
    return found < 0 ? -1 : found;
  }
}
