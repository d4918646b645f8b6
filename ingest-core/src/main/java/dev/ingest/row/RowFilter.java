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

  /**
   * Keeps the rows whose value in a column is a part of the upload's key, compared as text: {@code
   * 2020-02-01} for a date. A row without a value is turned away, one with a problem is judged.
   */
  static <R> RowFilter<R> sameAsKey(String column, String part) {
    return new SameAsKey<>(column, part);
  }

  /** Keeps the rows whose value in a column has a certain text. */
  static <R> RowFilter<R> sameAs(String name, String column, String text) {
    return new SameAs<>(name, column, text);
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

  /** See {@link RowFilter#sameAsKey}. */
  record SameAsKey<R>(String column, String part) implements RowFilter<R> {
    @Override
    public String name() {
      return "same %s as {%s} of the key".formatted(column, part);
    }

    /** Returns the filter of one upload. */
    public RowFilter<R> of(String text) {
      return new SameAs<>(name(), column, text);
    }
  }

  /** See {@link RowFilter#sameAs}. */
  record SameAs<R>(String name, String column, String text) implements RowFilter<R> {}

  /** See {@link RowFilter#rows}. */
  record Rows<R>(String name, IntPredicate numbers) implements RowFilter<R> {}

  /** See {@link RowFilter#keep}. */
  record Keep<R>(String name, Predicate<? super R> test) implements RowFilter<R> {}
}
