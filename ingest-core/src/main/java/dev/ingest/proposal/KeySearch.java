package dev.ingest.proposal;

import dev.ingest.decode.Texts;
import dev.ingest.workbook.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for columns, and pairs of columns, of which no two rows have the same values. The first
 * {@value #COLUMNS} columns and the first {@value #ROWS} rows are looked at; values are kept as
 * hashes of 64 bits, and none of a candidate that has a repeat. Not thread-safe.
 */
final class KeySearch {

  static final int COLUMNS = 8;
  static final int ROWS = 65_536;

  /** Columns, by their place in the table, that have no repeat so far. */
  private static final class Candidate {
    private final int[] columns;
    private final LongSet seen = new LongSet();

    private Candidate(int... columns) {
      this.columns = columns;
    }

    /** Returns whether the row's values are all there, and were not seen before. */
    private boolean isUnique(long[] row) {
      long key = 0;
      for (int column : columns) {
        if (row[column] == 0) {
          return false;
        }
        key = mixed(key * 31 + row[column]);
      }
      return seen.add(key);
    }
  }

  private final List<Candidate> candidates = new ArrayList<>();
  private final long[] row;
  private int rows;

  KeySearch(int columns) {
    row = new long[Math.min(columns, COLUMNS)];
    for (int i = 0; i < row.length; i++) {
      candidates.add(new Candidate(i));
      for (int j = i + 1; j < row.length; j++) {
        candidates.add(new Candidate(i, j));
      }
    }
  }

  /** Returns how many cells of each row are to be shown. */
  int columns() {
    return row.length;
  }

  /** Shows the cell of a column in the current row. */
  void look(int column, Cell cell) {
    row[column] = cell.isBlank() ? 0 : hash(cell);
  }

  /** Ends the current row. */
  void endRow() {
    if (rows < ROWS) {
      rows++;
      candidates.removeIf(candidate -> !candidate.isUnique(row));
    }
  }

  /** Returns how many rows were looked at. */
  int rows() {
    return rows;
  }

  /**
   * Returns the keys that were found: single columns if there are any, else pairs; none where there
   * are too few rows to tell.
   */
  List<List<Integer>> keys() {
    int fewest =
        candidates.stream().mapToInt(candidate -> candidate.columns.length).min().orElse(0);
    return rows < 2
        ? List.of()
        : candidates.stream()
            .filter(candidate -> candidate.columns.length == fewest)
            .map(candidate -> Arrays.stream(candidate.columns).boxed().toList())
            .toList();
  }

  /** Returns a hash that is never 0, which stands for no value. */
  private static long hash(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER -> hash(1, Double.doubleToLongBits(cell.number() + 0.0));
      case DATE -> hash(2, Double.doubleToLongBits(cell.number() + 0.0));
      case TEXT -> hash(3, hash(Texts.trim(cell.text())));
      case LOGICAL -> hash(4, cell.logical() ? 1 : 2);
      case BLANK, ERROR, UNCALCULATED -> 0;
    };
  }

  private static long hash(int kind, long value) {
    return mixed(value * 31 + kind) | 1;
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Spreads the bits, as SplitMix64 does. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
