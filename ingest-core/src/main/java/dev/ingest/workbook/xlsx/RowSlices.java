package dev.ingest.workbook.xlsx;

import java.util.Arrays;

/**
 * The cells of one row as slices of the sheet's bytes: nothing is decoded. The arrays are made once
 * and grow with the widest row.
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

  /** Bytes of a text past which the scanner gives up: the limit is one of characters. */
  int longestText = Integer.MAX_VALUE;

  int number;
  boolean hidden;
  int size;
  int[] column = new int[32];
  byte[] type = new byte[32];
  int[] style = new int[32];
  int[] start = new int[32];
  int[] end = new int[32];

  /** What the text has that needs more than copying: see {@link ByteClass}. */
  byte[] special = new byte[32];

  void begin() {
    size = 0;
    hidden = false;
  }

  int lastColumn() {
    return size == 0 ? 0 : column[size - 1];
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
      special = Arrays.copyOf(special, larger);
    }
    return size;
  }

  /** Returns the index of the cell in a column, or -1. */
  int find(int wanted) {
    int guess = wanted - 1; // rows without gaps, which are most
    if (guess < size && column[guess] == wanted) {
      return guess;
    }
    int found = Arrays.binarySearch(column, 0, size, wanted);
    return found < 0 ? -1 : found;
  }
}
