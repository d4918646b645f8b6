package dev.ingest.row;

import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.RowFilter.In;
import dev.ingest.row.RowFilter.Keep;
import dev.ingest.row.RowFilter.Rows;
import dev.ingest.row.RowFilter.SameAs;
import dev.ingest.row.RowFilter.SameAsFirst;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a pipeline while one sheet is read. Each question is answered with the name of the
 * filter that turns the row away, or null. Loops count, since an iterator would be an object for
 * each row.
 */
final class RowFilters<R> {

  /** A filter on whole rows, as a test. */
  private record RowTest<R>(String name, Predicate<? super R> test) {}

  private final RowSchema<R> schema;
  private final List<SameAsFirst<R>> columnFilters = new ArrayList<>();
  private final List<SameAs<R>> textFilters = new ArrayList<>();
  private final List<RowTest<R>> rowFilters = new ArrayList<>();
  private final List<Rows<R>> numberFilters = new ArrayList<>();
  private final int[] filterColumns;
  private final String[] filterNames;
  private final @Nullable Object[] anchorValues;
  private final Map<String, Object> anchors = new LinkedHashMap<>();
  private final AnchorSearch.@Nullable Found found;
  private boolean anchored;
  private boolean late;

  /**
   * Starts a sheet.
   *
   * @param found the row that was looked for, which need not be the first; null where none was, or
   *     there is none
   */
  RowFilters(RowSchema<R> schema, List<RowFilter<R>> filters, AnchorSearch.@Nullable Found found) {
    this.schema = schema;
    this.found = found;
    for (RowFilter<R> filter : filters) {
      add(filter);
    }
    this.filterColumns = new int[columnFilters.size()];
    this.filterNames = new String[columnFilters.size()];
    for (int i = 0; i < filterColumns.length; i++) {
      filterColumns[i] = schema.indexOf(columnFilters.get(i).column());
      filterNames[i] = columnFilters.get(i).name();
    }
    this.anchorValues = new @Nullable Object[filterColumns.length];
  }

  private void add(RowFilter<R> filter) {
    if (filter instanceof SameAsFirst<R> sameAsFirst) {
      columnFilters.add(sameAsFirst);
    } else if (filter instanceof Keep<R> keep) {
      rowFilters.add(new RowTest<>(keep.name(), keep.test()));
    } else if (filter instanceof In<R> in) {
      int column = schema.indexOf(in.column());
      rowFilters.add(new RowTest<>(in.name(), row -> in.keeps(schema.value(row, column))));
    } else if (filter instanceof Rows<R> numbers) {
      numberFilters.add(numbers);
    } else if (filter instanceof SameAs<R> sameAs) {
      textFilters.add(sameAs);
    } else {
      throw new IllegalArgumentException(
          "filters: expected the part of the key to be known, found \"%s\"; an ingestion knows it"
              .formatted(filter.name()));
    }
  }

  /** Returns whether none looks at a column before the others are decoded. */
  boolean areOfRows() {
    return columnFilters.isEmpty() && textFilters.isEmpty();
  }

  /** Returns whether all look at values of rows, and none at a row's number or the upload's key. */
  boolean areOfValues() {
    return numberFilters.isEmpty() && textFilters.isEmpty();
  }

  /** Returns whether the row is known that the others are compared with, if there must be one. */
  boolean isAnchored() {
    return anchored;
  }

  /** Returns what tells of most rows whether they are turned away; null where nothing does. */
  @Nullable FirstColumns firstColumns(PlainCells plain, List<RowMatch> matches) {
    return FirstColumns.of(plain, filterColumns, anchorValues, matches);
  }

  Map<String, Object> anchors() {
    return Collections.unmodifiableMap(anchors);
  }

  /** Returns the number of the row that was looked for, or 0 where it is the first data row. */
  int lateAnchor() {
    return late && found != null ? found.number() : 0;
  }

  /**
   * Asks by the row's number and its filtered columns.
   *
   * @throws RefusedFileException if it is the first data row, and lacks a value that the others are
   *     compared with
   */
  @Nullable String turnedAwayBy(int row, RowCells cells) {
    if (!anchored) {
      late = found != null && found.number() != row;
      readAnchors(cells);
    }
    for (int i = 0; i < numberFilters.size(); i++) {
      if (!numberFilters.get(i).numbers().test(row)) {
        return numberFilters.get(i).name();
      }
    }
    for (int i = 0; i < filterColumns.length; i++) {
      Object value = cells.decode(filterColumns[i]);
      if (value != null && !value.equals(anchorValues[i])) {
        return filterNames[i];
      }
    }
    for (int i = 0; i < textFilters.size(); i++) {
      if (isOther(textFilters.get(i), cells)) {
        return textFilters.get(i).name();
      }
    }
    return null;
  }

  /** Asks by the values of filtered columns, once the anchors are known. */
  @Nullable String turnedAwayByColumns(@Nullable Object[] values) {
    for (int i = 0; i < filterColumns.length; i++) {
      Object value = values[filterColumns[i]];
      if (value != null && !value.equals(anchorValues[i])) {
        return filterNames[i];
      }
    }
    return null;
  }

  /** A null with a reason is another value than any text; a problem is still to be told. */
  private boolean isOther(SameAs<R> filter, RowCells cells) {
    int column = schema.indexOf(filter.column());
    Object value = cells.decode(column);
    return value == null ? cells.reason(column) != null : !value.toString().equals(filter.text());
  }

  /** Asks of a row without problems. */
  @Nullable String turnedAwayBy(R value) {
    int count = rowFilters.size();
    for (int i = 0; i < count; i++) {
      RowTest<R> filter = rowFilters.get(i);
      if (!filter.test().test(value)) {
        return filter.name();
      }
    }
    return null;
  }

  /** Reads the values that the other rows are compared with off the first data row. */
  private void readAnchors(RowCells cells) {
    List<SameAsFirst<R>> unread = new ArrayList<>();
    for (int i = 0; i < filterColumns.length; i++) {
      Object value = anchor(i, cells);
      if (value == null) {
        unread.add(columnFilters.get(i));
      } else {
        anchors.put(columnFilters.get(i).column(), value);
        anchorValues[i] = value;
      }
    }
    anchored = true;
    if (!unread.isEmpty()) {
      throw new RefusedFileException(new AnchorProblems(schema, cells).of(unread));
    }
  }

  /** Without a row that was found in its stead, the first one has the value or refuses the file. */
  private @Nullable Object anchor(int filter, RowCells cells) {
    boolean searched = columnFilters.get(filter).anchor() == AnchorRow.FIRST_READABLE;
    return searched && found != null
        ? found.values().get(columnFilters.get(filter).column())
        : cells.decode(filterColumns[filter]);
  }
}
