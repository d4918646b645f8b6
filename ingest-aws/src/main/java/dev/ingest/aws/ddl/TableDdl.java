package dev.ingest.aws.ddl;

import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table that takes the rows of a pipeline, as statements of SQL. Immutable. */
public final class TableDdl {

  private final SqlDialect dialect;
  private final TableName table;
  private final RowSchema<?> schema;
  private final TableKey key;
  private final List<String> distKey;
  private final List<String> sortKey;

  private TableDdl(
      SqlDialect dialect,
      TableName table,
      RowSchema<?> schema,
      TableKey key,
      List<String> distKey,
      List<String> sortKey) {
    this.dialect = dialect;
    this.table = table;
    this.schema = schema;
    this.key = key;
    this.distKey = List.copyOf(distKey);
    this.sortKey = List.copyOf(sortKey);
  }

  /** Makes the table of a pipeline: its columns, and its key if it declares one. */
  public static TableDdl of(SqlDialect dialect, Pipeline<?> pipeline) {
    return new TableDdl(
        dialect,
        pipeline.plan().table(),
        pipeline.schema(),
        TableKey.of(pipeline),
        List.of(),
        List.of());
  }

  /** Makes the table of a schema, without a key. */
  public static TableDdl of(SqlDialect dialect, TableName table, RowSchema<?> schema) {
    return new TableDdl(
        dialect, table, schema, new TableKey(List.of(), false), List.of(), List.of());
  }

  /**
   * Returns this table with the columns by which Redshift spreads and orders its rows.
   *
   * @param dist one column, or none
   * @throws IllegalArgumentException if the database has no such keys, or the schema no such column
   */
  public TableDdl with(List<String> dist, List<String> sort) {
    if (dialect != SqlDialect.REDSHIFT && !(dist.isEmpty() && sort.isEmpty())) {
      throw new IllegalArgumentException(
          "dist and sort keys: expected Redshift, found " + dialect.label());
    }
    if (dist.size() > 1) {
      throw new IllegalArgumentException("dist key: expected one column, found " + dist);
    }
    dist.forEach(schema::indexOf);
    sort.forEach(schema::indexOf);
    return new TableDdl(dialect, table, schema, key, dist, sort);
  }

  /** Returns the table's name. */
  public TableName table() {
    return table;
  }

  /** Returns the statement that makes the table. */
  public String create() {
    return create("CREATE TABLE ");
  }

  /** Returns the statement that makes the table, unless there is one of its name. */
  public String createIfMissing() {
    return create("CREATE TABLE IF NOT EXISTS ");
  }

  private String create(String start) {
    List<String> lines = new ArrayList<>(schema.columns().stream().map(this::column).toList());
    if (key.ofTable()) {
      lines.add(key.constraint());
    }
    return lines.stream()
            .map(line -> "  " + line)
            .collect(Collectors.joining(",\n", start + table.sql() + " (\n", "\n)"))
        + (distKey.isEmpty() ? "" : " DISTKEY (" + TableKey.list(distKey) + ")")
        + (sortKey.isEmpty() ? "" : " SORTKEY (" + TableKey.list(sortKey) + ")");
  }

  private String column(ColumnSchema<?> column) {
    return TableName.quote(column.name())
        + " "
        + dialect.type(column)
        + (column.nullable() ? "" : " NOT NULL");
  }

  /**
   * Returns the statements that add the columns which a table lacks, of those that may be null: the
   * others would need a value in the rows that are there.
   */
  public List<String> addMissing(TableShape shape) {
    return schema.columns().stream()
        .filter(column -> column.nullable() && shape.column(column.name()).isEmpty())
        .map(column -> "ALTER TABLE " + table.sql() + " ADD COLUMN " + column(column))
        .toList();
  }

  /** Returns what the statement cannot say, for the person who runs it. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!key.columns().isEmpty() && !key.ofTable()) {
      notes.add(
          "no two rows of a file share %s; two loads may, so it is no key of the table"
              .formatted(String.join(", ", key.columns())));
    }
    if (dialect == SqlDialect.REDSHIFT) {
      if (key.ofTable()) {
        notes.add("Redshift plans by the key and does not enforce it");
      }
      if (distKey.isEmpty() && sortKey.isEmpty()) {
        notes.add("DISTKEY and SORTKEY are for you to choose: --dist-key, --sort-key");
      }
    }
    return notes;
  }

  /** Returns the statement with its notes as comments. */
  public String script() {
    String comments =
        notes().stream().map(note -> "-- " + note + "\n").collect(Collectors.joining());
    return comments + create() + ";\n";
  }
}
