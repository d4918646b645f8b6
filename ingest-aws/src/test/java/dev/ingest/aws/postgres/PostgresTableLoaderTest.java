package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a load does to its table, and what it leaves alone. */
class PostgresTableLoaderTest {

  private static final LocalDate JANUARY = LocalDate.of(2020, 1, 31);
  private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
  private static final TableName METRICS = new TableName(null, "metrics");
  private static final LoadPlan REPLACE =
      LoadPlan.into(METRICS).replacePartition("date", "location");
  private static final String ALL =
      "SELECT location, metric, value, date FROM metrics ORDER BY 1, 4, 2, 3";

  private Warehouse warehouse;

  @BeforeEach
  void createTable(@TempDir Path folder) {
    warehouse = new Warehouse(folder);
    warehouse.execute(
        """
        CREATE TABLE metrics (
          location text NOT NULL,
          metric text NOT NULL,
          value double precision,
          date date NOT NULL);
        INSERT INTO metrics VALUES
          ('UK', 'metric1', 1, '2020-01-31'),
          ('UK', 'metric1', 2, '2020-02-01'),
          ('UK', 'metric9', 3, '2020-02-01'),
          ('FR', 'metric1', 4, '2020-02-01'),
          ('FR', 'metric1', 5, '2020-01-31'),
          ('DE', 'metric1', 6, '2020-02-01')
        """);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void replacingAPartitionLeavesAllOthersAsTheyAre() {
    LoadResult result =
        load(
            REPLACE,
            new MetricRow("UK", "metric1", 0.65, FEBRUARY),
            new MetricRow("UK", "metric2", null, FEBRUARY),
            new MetricRow("FR", "metric1", 0.0, JANUARY));

    assertThat(result).isEqualTo(new LoadResult(3, 3, 3));
    assertThat(warehouse.query(ALL))
        .containsExactly(
            "DE|metric1|6|2020-02-01",
            "FR|metric1|0|2020-01-31",
            "FR|metric1|4|2020-02-01",
            "UK|metric1|1|2020-01-31",
            "UK|metric1|0.65|2020-02-01",
            "UK|metric2|null|2020-02-01");
  }

  @Test
  void aSecondLoadOfTheSameRowsChangesNothing() {
    MetricRow row = new MetricRow("UK", "metric1", 0.65, FEBRUARY);
    load(REPLACE, row, row);
    List<String> once = warehouse.query(ALL);

    assertThat(load(REPLACE, row, row)).isEqualTo(new LoadResult(2, 2, 2));
    assertThat(warehouse.query(ALL)).isEqualTo(once);
  }

  @Test
  void appendingDeletesNothing() {
    LoadPlan append = LoadPlan.into(METRICS).append();

    LoadResult result = load(append, new MetricRow("UK", "metric1", 7.0, FEBRUARY));

    assertThat(result).isEqualTo(new LoadResult(1, 0, 1));
    assertThat(warehouse.query("SELECT count(*), sum(value) FROM metrics")).containsExactly("7|28");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien; DROP TABLE x;--",
        "'; DELETE FROM metrics; --",
        "$$; SELECT pg_sleep(60); $$",
        "\\'; DROP TABLE metrics; --",
        "\"metrics\"",
        "?",
        "{?= call f()}",
        ":name ?::text",
        "%",
        "_",
        "",
        " ",
        "\\N",
        "NULL",
        "日本🙂"
      })
  void aLocationIsAValueAndNeverCode(String location) {
    warehouse.execute("CREATE TABLE x (a int)");
    List<String> others = warehouse.query(ALL);
    MetricRow row = new MetricRow(location, "metric1", 1.0, FEBRUARY);
    load(REPLACE, row, row, row);

    LoadResult again = load(REPLACE, row);

    assertThat(again).isEqualTo(new LoadResult(1, 3, 1));
    assertThat(warehouse.query(ALL)).containsAll(others).hasSize(others.size() + 1);
    assertThat(warehouse.query("SELECT count(*) FROM x")).containsExactly("0");
    assertThat(
            warehouse.query("SELECT location FROM metrics WHERE value = 1 AND date > '2020-01-31'"))
        .containsExactly(location);
  }

  @Test
  void moreKeysThanAStatementTakesAreSplit() {
    List<MetricRow> rows =
        IntStream.range(0, 40_000)
            .mapToObj(i -> new MetricRow("location " + i, "metric1", (double) i, FEBRUARY))
            .toList();
    warehouse.load(REPLACE, MetricRow.class, rows);

    LoadResult again = warehouse.load(REPLACE, MetricRow.class, rows);

    assertThat(again).isEqualTo(new LoadResult(40_000, 40_000, 40_000));
    assertThat(
            warehouse.query(
                "SELECT count(*), count(DISTINCT location), sum(value) FROM metrics"
                    + " WHERE location LIKE 'location %'"))
        .containsExactly("40000|40000|799980000");
    assertThat(warehouse.query("SELECT count(*) FROM metrics")).containsExactly("40006");
  }

  @Test
  void theTableMayHaveMoreColumnsInAnyOrder() {
    warehouse.execute(
        """
        CREATE SCHEMA "my schema";
        CREATE TABLE "my schema"."My Table" (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          date date NOT NULL,
          day text GENERATED ALWAYS AS (extract(day FROM date)::text) STORED,
          value double precision,
          metric text NOT NULL,
          serial serial,
          source text NOT NULL DEFAULT 'ingest',
          location varchar(10) NOT NULL)
        """);
    LoadPlan plan =
        LoadPlan.into(new TableName("my schema", "My Table")).replacePartition("date", "location");
    MetricRow row = new MetricRow("UK", "metric1", 0.65, FEBRUARY);
    load(plan, row);

    assertThat(load(plan, row)).isEqualTo(new LoadResult(1, 1, 1));
    assertThat(
            warehouse.query(
                "SELECT date, day, value, metric, source, location FROM \"my schema\".\"My Table\""))
        .containsExactly("2020-02-01|1|0.65|metric1|ingest|UK");
  }

  /** Words that SQL has taken. */
  record Reserved(String select, String order, Integer user) {}

  @Test
  void columnsMayHaveAnyPlainName() {
    TableName table = new TableName(null, "table");
    warehouse.execute("CREATE TABLE \"table\" (\"select\" text, \"order\" text, \"user\" integer)");
    LoadPlan plan = LoadPlan.into(table).replacePartition("select", "user");

    warehouse.load(plan, Reserved.class, List.of(new Reserved("a", "b", 1)));
    warehouse.load(plan, Reserved.class, List.of(new Reserved("a", "c", 1)));

    assertThat(warehouse.query("SELECT * FROM \"table\"")).containsExactly("a|c|1");
  }

  @Test
  void nothingIsLeftBehindOnTheServer() {
    load(REPLACE, new MetricRow("UK", "metric1", 0.65, FEBRUARY));

    assertThat(warehouse.query("SELECT relname FROM pg_class WHERE relname LIKE 'ingest%'"))
        .isEmpty();
    assertThat(
            warehouse.query(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid() AND state LIKE '%transaction%'"))
        .containsExactly("0");
  }

  private LoadResult load(LoadPlan plan, MetricRow... rows) {
    return warehouse.load(plan, MetricRow.class, List.of(rows));
  }
}
