package dev.ingest.aws.sql;

import dev.ingest.load.LoadEffect.GoneValues;
import dev.ingest.load.LoadEffect.NullShare;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said and asked when staged rows go into their table: configured identifiers, quoted, and
 * nothing else. All of it is SQL of PostgreSQL and of Redshift.
 */
public final class StagedLoad {

  /** The temporary table with the file's rows. */
  public static final String STAGING = "ingest_staging";

  /** Values that a preview names. */
  private static final int NAMED = 20;

  private final LoadRequest request;
  private final TableName table;
  private final String target;
  private final Set<String> padded;
  private final List<String> names;

  /** Makes the statements of a load into a database that compares all of a text. */
  public StagedLoad(LoadRequest request) {
    this(request, request.plan().table(), Set.of());
  }

  /**
   * Makes the statements of a load.
   *
   * @param table where the rows go, as the database has it
   * @param padded columns in which texts are equal that differ in blanks at their end: there the
   *     lengths are compared as well
   */
  public StagedLoad(LoadRequest request, TableName table, Set<String> padded) {
    this.request = request;
    this.table = table;
    this.target = table.sql();
    this.padded = Set.copyOf(padded);
    this.names = request.schema().names();
  }

  /** Returns names, quoted, with commas between them. */
  public static String columnList(List<String> names) {
    return names.stream().map(TableName::quote).collect(Collectors.joining(", "));
  }

  /** Returns the condition that two rows have the same values in some columns. */
  public String same(String a, String b, List<String> columns) {
    List<String> conditions = new ArrayList<>();
    for (String column : columns) {
      String one = a + "." + TableName.quote(column);
      String other = b + "." + TableName.quote(column);
      conditions.add(one + " = " + other);
      if (padded.contains(column)) {
        conditions.add("octet_length(" + one + ") = octet_length(" + other + ")");
      }
    }
    return String.join(" AND ", conditions);
  }

  /** Returns the query for the different values of the file in some columns. */
  public String different(List<String> columns) {
    return "SELECT %s FROM %s GROUP BY %s"
        .formatted(columnList(columns), STAGING, grouping(columns));
  }

  private String grouping(List<String> columns) {
    List<String> all = new ArrayList<>();
    for (String column : columns) {
      all.add(TableName.quote(column));
      if (padded.contains(column)) {
        all.add("octet_length(" + TableName.quote(column) + ")");
      }
    }
    return String.join(", ", all);
  }

  /** Returns the table's name before its columns', which has no schema. */
  public String own() {
    return TableName.quote(table.table());
  }

  /** Returns the columns whose values say which rows are replaced; none where no row or all are. */
  public List<String> keys() {
    if (request.plan() instanceof LoadPlan.ReplacePartition replace) {
      return replace.columns();
    }
    return request.plan() instanceof LoadPlan.Upsert upsert ? upsert.keyColumns() : List.of();
  }

  /** Returns the columns that an upsert changes in a row that is there. */
  public List<String> others() {
    return names.stream().filter(name -> !keys().contains(name)).toList();
  }

  /** Changes the rows with a key of the file; columns that the file has not keep their values. */
  public String changing() {
    String changes =
        others().stream()
            .map(TableName::quote)
            .map(column -> column + " = s." + column)
            .collect(Collectors.joining(", "));
    return "UPDATE %s SET %s FROM %s AS s WHERE %s"
        .formatted(target, changes, STAGING, same(own(), "s", keys()));
  }

  /** Adds the rows whose key is not there. */
  public String adding() {
    String values =
        names.stream().map(name -> "s." + TableName.quote(name)).collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) SELECT %s FROM %s AS s LEFT JOIN %s AS t ON %s WHERE t.%s IS NULL"
        .formatted(
            target,
            columnList(names),
            values,
            STAGING,
            target,
            same("t", "s", keys()),
            TableName.quote(keys().get(0)));
  }

  /** Puts all staged rows into the table. */
  public String insertion() {
    return "INSERT INTO %s (%s) SELECT %s FROM %s"
        .formatted(target, columnList(names), columnList(names), STAGING);
  }

  /** Deletes all rows of the table. */
  public String emptying() {
    return "DELETE FROM " + target;
  }

  /** Asks how many rows are staged. */
  public Question<Long> staged() {
    return Question.count("SELECT count(*) AS n FROM " + STAGING);
  }

  /** Asks how many keys of an upsert are there more than once. */
  public Question<Long> doubledKeys() {
    return Question.count(
        "SELECT count(*) AS n FROM (%s HAVING count(*) > 1) AS d".formatted(different(keys())));
  }

  /** Asks how many rows of the table have the key of a staged one. */
  public Question<Long> replaced() {
    return Question.count("SELECT count(*) AS n FROM " + replacedRows());
  }

  /**
   * Asks which values of a partition's last column have rows beside the file's and are not in it. A
   * history of dates is not gone, since it is never named.
   */
  public List<Question<List<GoneValues>>> gone() {
    if (!(request.plan() instanceof LoadPlan.ReplacePartition) || keys().size() < 2) {
      return List.of();
    }
    String last = keys().get(keys().size() - 1);
    List<String> rest = keys().subList(0, keys().size() - 1);
    String value = TableName.quote(last);
    String query =
        "SELECT DISTINCT CAST(t.%s AS varchar(65535)) AS v FROM %s AS t JOIN %s AS o ON %s LEFT JOIN %s AS k ON %s WHERE k.%s IS NULL ORDER BY 1"
            .formatted(
                value,
                target,
                "(" + different(rest) + ")",
                same("t", "o", rest),
                "(" + different(keys()) + ")",
                same("t", "k", keys()),
                value);
    return List.of(new Question<>(BoundSql.of(query), rows -> gone(last, rows)));
  }

  private List<GoneValues> gone(String column, List<SqlRow> rows) {
    boolean sensitive = request.schema().sensitive().contains(column);
    List<String> values =
        rows.stream()
            .limit(sensitive ? 0 : NAMED)
            .map(row -> String.valueOf(row.optional("v")))
            .toList();
    return rows.isEmpty() ? List.of() : List.of(new GoneValues(column, values, rows.size()));
  }

  /** Asks for the share of nulls in each column that may be null, of the rows that go. */
  public Question<List<Double>> sharesBefore() {
    return shares(replacedRows());
  }

  /** Asks for the share of nulls in each column that may be null, of the rows that come. */
  public Question<List<Double>> sharesAfter() {
    return shares(STAGING + " AS t");
  }

  /** Returns what two answers say together. */
  public List<NullShare> nullShares(List<Double> before, List<Double> after) {
    List<NullShare> shares = new ArrayList<>();
    for (int i = 0; i < nullable().size(); i++) {
      shares.add(new NullShare(nullable().get(i), before.get(i), after.get(i)));
    }
    return shares;
  }

  /** Returns the columns that may be null. */
  public List<String> nullable() {
    return request.schema().columns().stream()
        .filter(column -> column.nullable())
        .map(column -> column.name())
        .toList();
  }

  private Question<List<Double>> shares(String from) {
    List<String> columns = nullable();
    StringBuilder query = new StringBuilder("SELECT count(*) AS n");
    for (int i = 0; i < columns.size(); i++) {
      query.append(", count(t.").append(TableName.quote(columns.get(i))).append(") AS c").append(i);
    }
    return new Question<>(
        BoundSql.of(query.append(" FROM ").append(from).toString()),
        rows -> shares(columns.size(), rows.get(0)));
  }

  private static List<Double> shares(int columns, SqlRow counts) {
    double all = Math.max(1, counts.number("n"));
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      shares.add((counts.number("n") - counts.number("c" + i)) / all);
    }
    return shares;
  }

  /** The rows that go, as a source {@code t} of a query. */
  private String replacedRows() {
    if (request.plan() instanceof LoadPlan.ReplaceTable) {
      return target + " AS t";
    }
    return keys().isEmpty()
        ? target + " AS t WHERE 1 = 0"
        : "%s AS t JOIN %s AS k ON %s"
            .formatted(target, "(" + different(keys()) + ")", same("t", "k", keys()));
  }
}
