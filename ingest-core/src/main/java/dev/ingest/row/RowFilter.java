package dev.ingest.row;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    return sameAsFirst(column, AnchorRow.FIRST);
  }

  /** Keeps the rows whose value in a column equals that of a row which a policy chooses. */
  static <R> RowFilter<R> sameAsFirst(String column, AnchorRow anchor) {
    return new SameAsFirst<>(column, anchor);
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
   * Keeps the rows that have one of some values in a column. Equal numbers are one value: 1.50 is
   * 1.5. A row without a value is turned away.
   *
   * @param values of the column's type
   */
  static <R> RowFilter<R> in(String name, String column, Object... values) {
    return new In<>(name, column, Arrays.asList(values), true);
  }

  /** Turns away the rows that {@link #in} would keep. A row without a value is kept. */
  static <R> RowFilter<R> notIn(String name, String column, Object... values) {
    return new In<>(name, column, Arrays.asList(values), false);
  }

  /** Keeps rows that follow each other; see {@link #rows(String, IntPredicate)}. */
  static <R> RowFilter<R> rows(String name, RowRange range) {
    return new Rows<>(name, range);
  }

  /**
   * Keeps the rows with certain numbers, counted from 1 as the sheet shows them; what the others
   * hold is not judged, but the first data row's values that {@link #sameAsFirst(String)} compares
   * with.
   */
  static <R> RowFilter<R> rows(String name, IntPredicate numbers) {
    return new Rows<>(name, numbers);
  }

  /** See {@link RowFilter#sameAsFirst(String, AnchorRow)}. */
  record SameAsFirst<R>(String column, AnchorRow anchor) implements RowFilter<R> {
    @Override
    public String name() {
      return "same " + column + " as the " + anchor.label();
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

  /**
   * See {@link RowFilter#in} and {@link RowFilter#notIn}.
   *
   * @param values in the form that equal ones share
   * @param kept whether the rows with these values are those that are kept
   */
  record In<R>(String name, String column, List<Object> values, boolean kept)
      implements RowFilter<R> {

    /** Refuses a filter without values. */
    public In {
      if (values.isEmpty()) {
        throw new IllegalArgumentException("in: expected values, found none");
      }
      values = values.stream().map(In::shared).distinct().toList();
    }

    private static Object shared(Object value) {
      return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /** Returns whether a row with this value is kept. */
    boolean keeps(@Nullable Object value) {
      return kept == (value != null && values.contains(shared(value)));
    }
  }

  /** See {@link RowFilter#rows(String, IntPredicate)}. */
  record Rows<R>(String name, IntPredicate numbers) implements RowFilter<R> {}

  /** See {@link RowFilter#keep}. */
  record Keep<R>(String name, Predicate<? super R> test) implements RowFilter<R> {}
}
