package dev.ingest.definition;

import dev.ingest.definition.SchemaReader.Declared;
import dev.ingest.naming.NearMiss;
import dev.ingest.pipeline.KeyPattern;
import dev.ingest.row.AnchorRow;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRange;
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

  private static final Set<String> KINDS =
      Set.of("sameAsFirst", "sameAsKey", "sameAs", "keep", "drop", "rows");

  static final Map<String, AnchorRow> ANCHORS =
      new Words<AnchorRow>()
          .with("first", AnchorRow.FIRST)
          .with("firstReadable", AnchorRow.FIRST_READABLE)
          .all();

  private final Map<String, Declared> columns;
  private final ColumnNames names;
  private final KeyPattern upload;

  /**
   * Makes a reader.
   *
   * @param upload the form of an upload's key, whose parts a filter may ask for
   */
  FilterReader(Map<String, Declared> columns, KeyPattern upload) {
    this.columns = columns;
    this.names = new ColumnNames(columns.keySet());
    this.upload = upload;
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
    Value key = fields.get("sameAsKey");
    Value text = fields.get("sameAs");
    Value keep = fields.get("keep");
    Value drop = fields.get("drop");
    Value rows = fields.get("rows");
    fields.end();
    long kinds = fields.names().stream().filter(KINDS::contains).count();
    if (kinds != 1) {
      fields.mistake(
          "expected one of sameAsFirst, sameAsKey, sameAs, keep, drop, rows, found "
              + (kinds == 0 ? "none" : kinds));
      return null;
    }
    if (name != null && (same != null || key != null)) {
      name.mistake(
          "expected a name for sameAs, keep, drop or rows only, since the others have their own");
    }
    if (same != null) {
      return sameAsFirst(same);
    }
    if (key != null) {
      return sameAsKey(key);
    }
    String called = name == null ? null : name.text();
    if (rows != null) {
      return rows(rows, called);
    }
    if (text != null) {
      return sameAs(text, called);
    }
    return keep == null ? values(drop, false, called) : values(keep, true, called);
  }

  private @Nullable RowFilter<DynamicRow> sameAsFirst(Value value) {
    Fields fields = value.isSection() ? value.fields() : null;
    Value where = fields == null ? value : fields.required("column");
    Value word = fields == null ? null : fields.get("anchor");
    if (fields != null) {
      fields.end();
    }
    String column = where == null ? null : names.name(where);
    AnchorRow anchor = word == null ? AnchorRow.FIRST : word.oneOf(ANCHORS);
    return column == null || anchor == null ? null : RowFilter.sameAsFirst(column, anchor);
  }

  private @Nullable RowFilter<DynamicRow> sameAsKey(Value value) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value where = fields.required("column");
    Value part = fields.required("part");
    fields.end();
    String column = where == null ? null : names.name(where);
    Declared declared = column == null ? null : columns.get(column);
    if (where != null && declared != null && declared.sensitive()) {
      where.mistake("expected no sensitive column in a key, found \"%s\"".formatted(column));
    }
    String known = part == null ? null : part.made(this::part);
    return column == null || known == null ? null : RowFilter.sameAsKey(column, known);
  }

  private String part(String text) {
    if (!upload.names().contains(text)) {
      throw new IllegalArgumentException(
          "expected a part of %s, found \"%s\"%s"
              .formatted(
                  upload, text, NearMiss.of(text, upload.names()).map(Value::meant).orElse("")));
    }
    return text;
  }

  private @Nullable RowFilter<DynamicRow> sameAs(Value value, @Nullable String name) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value where = fields.required("column");
    Value wanted = fields.required("text");
    fields.end();
    String column = where == null ? null : names.name(where);
    String text = wanted == null ? null : wanted.text();
    return column == null || text == null
        ? null
        : RowFilter.sameAs(name == null ? column + " is " + text : name, column, text);
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
      return null;
    }
    String called = name == null ? "rows " + from + " to " + to : name;
    return RowFilter.rows(called, new RowRange(from.intValue(), to.intValue()));
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
    String column = where == null ? null : names.name(where);
    if (column == null || in == null) {
      return null;
    }
    Map<Object, String> wanted = wanted(in, columns.get(column));
    if (wanted.isEmpty()) {
      return null;
    }
    String said = column + (kept ? " in " : " not in ") + String.join(", ", wanted.values());
    String called = name == null ? said : name;
    Object[] values = wanted.keySet().toArray();
    return kept ? RowFilter.in(called, column, values) : RowFilter.notIn(called, column, values);
  }

  /** Returns the values, and how the file writes them. */
  private static Map<Object, String> wanted(Value in, @Nullable Declared column) {
    Map<Object, String> wanted = new LinkedHashMap<>();
    ColumnType<?> type = column == null ? null : column.type();
    for (Value item : in.items()) {
      String text = item.text();
      Object value = text == null || type == null ? null : value(item, text, type);
      if (text != null && value != null) {
        wanted.put(value, text);
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
