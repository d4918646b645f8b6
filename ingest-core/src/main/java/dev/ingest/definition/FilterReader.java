package dev.ingest.definition;

import dev.ingest.definition.SchemaReader.Declared;
import dev.ingest.naming.NearMiss;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowFilter;
import dev.ingest.workbook.CellAddress;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which rows are kept. */
final class FilterReader {

  private static final Set<String> KINDS = Set.of("sameAsFirst", "keep", "drop", "rows");

  private final Map<String, Declared> columns;

  FilterReader(Map<String, Declared> columns) {
    this.columns = columns;
  }

  /** Returns the filters in their order, without those that make no sense. */
  List<RowFilter<DynamicRow>> read(Value filters) {
    List<RowFilter<DynamicRow>> read = new ArrayList<>();
    for (Value item : filters.items()) {
      Fields fields = item.fields();
      RowFilter<DynamicRow> filter = fields == null ? null : filter(fields);
      if (filter != null) {
        read.add(filter);
      }
    }
    return read;
  }

  private @Nullable RowFilter<DynamicRow> filter(Fields fields) {
    Value name = fields.get("name");
    Value same = fields.get("sameAsFirst");
    Value keep = fields.get("keep");
    Value drop = fields.get("drop");
    Value rows = fields.get("rows");
    fields.end();
    long kinds = fields.names().stream().filter(KINDS::contains).count();
    if (kinds != 1) {
      fields.mistake(
          "expected one of sameAsFirst, keep, drop, rows, found " + (kinds == 0 ? "none" : kinds));
      return null;
    }
    if (same != null) {
      return sameAsFirst(same, name);
    }
    String called = name == null ? null : name.text();
    if (rows != null) {
      return rows(rows, called);
    }
    return keep == null ? values(drop, false, called) : values(keep, true, called);
  }

  private @Nullable RowFilter<DynamicRow> sameAsFirst(Value same, @Nullable Value name) {
    if (name != null) {
      name.mistake("expected a name for keep, drop or rows only, since sameAsFirst has its own");
    }
    String column = column(same);
    return column == null ? null : RowFilter.sameAsFirst(column);
  }

  private @Nullable String column(Value value) {
    String column = value.text();
    if (column != null && !columns.containsKey(column)) {
      value.mistake(
          "expected one of the columns %s, found \"%s\"%s"
              .formatted(
                  String.join(", ", columns.keySet()),
                  column,
                  NearMiss.of(column, columns.keySet()).map(Value::meant).orElse("")));
      return null;
    }
    return column;
  }

  private static @Nullable RowFilter<DynamicRow> rows(Value value, @Nullable String name) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Long from = bound(fields.get("from"), 1);
    Long to = bound(fields.get("to"), CellAddress.MAX_ROW);
    fields.end();
    if (from == null || to == null) {
      return null;
    }
    if (from > to) {
      value.mistake("expected rows in their order, found from %s to %s".formatted(from, to));
    }
    long first = from;
    long last = to;
    String called = name == null ? "rows " + first + " to " + last : name;
    return RowFilter.rows(called, row -> row >= first && row <= last);
  }

  private static @Nullable Long bound(@Nullable Value value, long otherwise) {
    return value == null ? Long.valueOf(otherwise) : value.whole(1, CellAddress.MAX_ROW);
  }

  private @Nullable RowFilter<DynamicRow> values(
      @Nullable Value value, boolean kept, @Nullable String name) {
    Fields fields = value == null ? null : value.fields();
    if (fields == null) {
      return null;
    }
    Value where = fields.required("column");
    Value in = fields.required("in");
    fields.end();
    String column = where == null ? null : column(where);
    if (column == null || in == null) {
      return null;
    }
    Map<Object, String> wanted = wanted(in, columns.get(column));
    String said = column + (kept ? " in " : " not in ") + String.join(", ", wanted.values());
    return RowFilter.keep(
        name == null ? said : name,
        row -> {
          Object found = row.get(column);
          return kept == (found != null && wanted.containsKey(ColumnType.comparable(found)));
        });
  }

  /** Returns the values, and how the file writes them. */
  private static Map<Object, String> wanted(Value in, @Nullable Declared column) {
    Map<Object, String> wanted = new LinkedHashMap<>();
    ColumnType<?> type = column == null ? null : column.type();
    for (Value item : in.items()) {
      String text = item.text();
      Object value = text == null || type == null ? null : value(item, text, type);
      if (text != null && value != null) {
        wanted.put(ColumnType.comparable(value), text);
      }
    }
    return wanted;
  }

  private static @Nullable Object value(Value item, String text, ColumnType<?> type) {
    try {
      return type.parser().apply(text);
    } catch (IllegalArgumentException | DateTimeException none) {
      item.mistake(
          "expected a value of the column's type (%s), found %s"
              .formatted(type.type().getSimpleName(), item.node().found()));
      return null;
    }
  }
}
