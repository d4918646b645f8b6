package dev.ingest.row;

import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Which rows are kept. A filter has a name, under which the rows it turns away are counted.
 *
 * <p>A filter on a column decides before the row's other cells are judged; a filter on the row sees
 * accepted rows only.
 *
 * @param <R> the rows' type
 */
public sealed interface RowFilter<R> {

  /** Returns the name, for reports. */
  String name();

  /**
   * Keeps the rows whose value in a column equals the first data row's. If the first one cannot be
   * read, the file is refused ({@code ANCHOR_UNREADABLE}): it is never guessed.
   */
  static <R> RowFilter<R> sameAsFirst(String column) {
    return new SameAsFirst<>(column);
  }

  /** Keeps the rows that a test is true for. */
  static <R> RowFilter<R> keep(String name, Predicate<? super R> test) {
    return new Keep<>(name, test);
  }

  /**
   * Keeps the rows with certain numbers, counted from 1 as the sheet shows them; what the others
   * hold is not judged, but the first data row's values that {@link #sameAsFirst} compares with.
   */
  static <R> RowFilter<R> rows(String name, IntPredicate numbers) {
    return new Rows<>(name, numbers);
  }

  /** See {@link RowFilter#sameAsFirst}. */
  record SameAsFirst<R>(String column) implements RowFilter<R> {
    @Override
    public String name() {
      return "same " + column + " as the first row";
    }
  }

  /** See {@link RowFilter#rows}. */
  record Rows<R>(String name, IntPredicate numbers) implements RowFilter<R> {}

  /** See {@link RowFilter#keep}. */
  record Keep<R>(String name, Predicate<? super R> test) implements RowFilter<R> {}
}
