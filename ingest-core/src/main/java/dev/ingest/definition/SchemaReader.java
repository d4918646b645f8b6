package dev.ingest.definition;

import dev.ingest.naming.Spaces;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.Policies;
import dev.ingest.row.RowSchema;
import dev.ingest.row.RowSchemaBuilder;
import dev.ingest.row.SchemaException;
import dev.ingest.row.SchemaMistake;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.workbook.CellAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the columns, and what becomes of tables that are not as they say. */
final class SchemaReader {

  static final Map<String, MissingColumn> MISSING =
      new Words<MissingColumn>()
          .with("fail", MissingColumn.FAIL)
          .with("null", MissingColumn.NULL)
          .all();

  static final Map<String, UnexpectedColumn> UNEXPECTED =
      new Words<UnexpectedColumn>()
          .with("warn", UnexpectedColumn.WARN)
          .with("ignore", UnexpectedColumn.IGNORE)
          .with("fail", UnexpectedColumn.FAIL)
          .all();

  static final Map<String, HiddenRows> HIDDEN =
      new Words<HiddenRows>()
          .with("read", HiddenRows.READ)
          .with("skip", HiddenRows.SKIP)
          .with("reject", HiddenRows.REJECT)
          .all();

  /** A column as far as the rest of the file depends on it. */
  record Declared(
      Fields fields, @Nullable ColumnType<?> type, boolean nullable, boolean sensitive) {}

  private final Fields file;
  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final ColumnClaims claims = new ColumnClaims();

  SchemaReader(Fields file) {
    this.file = file;
  }

  /** Returns the columns by name, once they are read. */
  Map<String, Declared> declared() {
    return declared;
  }

  /**
   * Returns a schema with the names of the columns, and whether they are nullable, that is there
   * even if the rest of them makes no sense; null if there is no name.
   */
  @Nullable RowSchema<DynamicRow> outline() {
    RowSchemaBuilder outline = RowSchema.builder();
    boolean named = false;
    int position = 0;
    for (Map.Entry<String, Declared> column : declared.entrySet()) {
      String at = Integer.toString(++position);
      if (!Spaces.isBlank(column.getKey())) {
        named = true;
        outline.column(column.getKey(), String.class, c -> outline(column.getValue(), c.at(at)));
      }
    }
    return named ? outline.build() : null;
  }

  private static ColumnBuilder<String> outline(Declared column, ColumnBuilder<String> outline) {
    if (column.nullable()) {
      outline.nullable();
    }
    return column.sensitive() ? outline.sensitive() : outline;
  }

  /** Reads the schema; returns null, with the mistakes noted, where it makes no sense. */
  @Nullable RowSchema<DynamicRow> read() {
    Policies policies = policies();
    Value columns = file.required("columns");
    if (columns != null) {
      columns(columns, policies.header().isNone());
    }
    return file.isSound() ? built(policies) : null;
  }

  private void columns(Value columns, boolean byPosition) {
    List<Value> items = columns.items();
    if (items.size() > CellAddress.MAX_COLUMN) {
      columns.mistake(
          "expected at most %s columns, found %s".formatted(CellAddress.MAX_COLUMN, items.size()));
    } else {
      items.forEach(column -> column(column, byPosition));
    }
  }

  private void column(Value value, boolean byPosition) {
    Fields fields = value.fields();
    if (fields == null) {
      return;
    }
    Value name = fields.required("name");
    Value word = fields.required("type");
    String text = name == null ? null : name.text();
    ColumnType<?> type = word == null ? null : word.oneOf(ColumnType.byName());
    boolean nullable = isTrue(fields, "nullable");
    boolean sensitive = isTrue(fields, "sensitive");
    ColumnSchema<?> built = text == null || type == null ? odd(fields) : built(text, type, fields);
    if (byPosition && fields.get("at") == null) {
      fields.mistake("expected \"at\", since there is no header, found none");
    }
    if (name != null && text != null && claims.add(fields, name, text, built)) {
      declared.put(text, new Declared(fields, type, nullable, sensitive));
    }
  }

  /** Finds the mistakes of a column without a name, or of no type. */
  private static @Nullable ColumnSchema<?> odd(Fields fields) {
    RowSchema.builder().column("", String.class, column -> described(fields, column));
    return null;
  }

  /** Returns a column; null, with the mistakes noted, where it makes no sense. */
  private static <T> @Nullable ColumnSchema<?> built(
      String name, ColumnType<T> type, Fields fields) {
    try {
      return ColumnSchema.of(name, type.type(), column -> described(fields, column));
    } catch (SchemaException odd) {
      odd.mistakes().forEach(mistake -> note(mistake, fields));
      return null;
    }
  }

  /** Asks twice what the column's own reader asks, which notes what is no flag. */
  private static boolean isTrue(Fields fields, String name) {
    Value value = fields.get(name);
    return value != null
        && value.node() instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.FLAG
        && Boolean.parseBoolean(scalar.text());
  }

  private static <T> ColumnBuilder<T> described(Fields fields, ColumnBuilder<T> column) {
    new ColumnReader(fields).describe(column);
    fields.end();
    return column;
  }

  /** Puts the columns together, which are known to make sense, each for itself. */
  private @Nullable RowSchema<DynamicRow> built(Policies policies) {
    RowSchemaBuilder schema = RowSchema.builder();
    declared.forEach((name, column) -> add(schema, name, column));
    try {
      return schema.policies(policies).build();
    } catch (SchemaException odd) {
      odd.mistakes().forEach(one -> file.mistake("columns", one.column() + ": " + one.message()));
      return null;
    }
  }

  private static void add(RowSchemaBuilder schema, String name, Declared column) {
    if (column.type() != null) {
      add(schema, name, column.type(), column.fields());
    }
  }

  private static <T> void add(
      RowSchemaBuilder schema, String name, ColumnType<T> type, Fields fields) {
    schema.column(name, type.type(), column -> described(fields, column));
  }

  /** The attributes of a schema's mistake are named as those of the file. */
  private static void note(SchemaMistake mistake, Fields column) {
    boolean bytes = mistake.attribute().equals("maxLength") && column.get("maxLength") == null;
    column.mistake(bytes ? "maxBytes" : mistake.attribute(), mistake.message());
  }

  private Policies policies() {
    Policies policies = Policies.strict();
    Value value = file.get("header");
    Fields header = value == null ? null : value.fields();
    if (header != null) {
      policies =
          policies
              .with(row(header.get("row")))
              .with(word(header.get("missing"), MISSING, MissingColumn.FAIL))
              .with(word(header.get("unexpected"), UNEXPECTED, UnexpectedColumn.WARN));
      header.end();
    }
    return policies.with(word(file.get("hiddenRows"), HIDDEN, HiddenRows.READ));
  }

  private static HeaderRow row(@Nullable Value value) {
    if (value == null) {
      return HeaderRow.search();
    }
    return Optional.ofNullable(value.made(SchemaReader::row)).orElse(HeaderRow.search());
  }

  private static HeaderRow row(String text) {
    return switch (text) {
      case "search" -> HeaderRow.search();
      case "none" -> HeaderRow.none();
      default -> numbered(text);
    };
  }

  private static HeaderRow numbered(String text) {
    try {
      return HeaderRow.at(Integer.parseInt(text));
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException(
          "expected search, none or a row's number, found \"" + text + "\"", none);
    }
  }

  private static <T> T word(@Nullable Value value, Map<String, T> words, T otherwise) {
    T meant = value == null ? otherwise : value.oneOf(words);
    return meant == null ? otherwise : meant;
  }
}
