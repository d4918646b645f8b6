package dev.ingest.aws.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that meet do not mix: the table holds the rows of one of them. */
@Timeout(60)
class ConcurrentLoadsTest {

  private static final LoadPlan REPLACE =
      LoadPlan.into(new TableName(null, "metrics")).replacePartition("date", "location");
  private static final int GATE = 4711;

  private final ExecutorService threads = Executors.newCachedThreadPool();
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
          date date NOT NULL)
        """);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    warehouse.close();
  }

  /** Without order between them, neither sees what the other inserts, and the rows are doubled. */
  @ParameterizedTest
  @ValueSource(strings = {"read committed", "repeatable read"})
  void twoLoadsOfOnePartitionThatMeetAfterTheDelete(String isolation) throws Exception {
    warehouse.execute(
        "ALTER DATABASE %s SET default_transaction_isolation = '%s'"
            .formatted(warehouse.database().name(), isolation));
    warehouse.execute(
        """
        CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock_shared(%d);
          RETURN NEW;
        END $$;
        CREATE TRIGGER gate BEFORE INSERT ON metrics FOR EACH ROW EXECUTE FUNCTION wait_at_gate()
        """
            .formatted(GATE));
    try (Connection gate = warehouse.connections().open();
        Statement statement = gate.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + GATE + ")");
      Future<LoadResult> first = threads.submit(() -> load(1.0));
      awaitWaiting(1);
      Future<LoadResult> second = threads.submit(() -> load(2.0));
      awaitWaiting(2);
      statement.execute("SELECT pg_advisory_unlock(" + GATE + ")");

      assertThat(first.get(30, SECONDS)).isEqualTo(new LoadResult(2, 0, 2));
      assertThat(second.get(30, SECONDS)).isEqualTo(new LoadResult(2, 2, 2));
    }
    assertThat(warehouse.query("SELECT metric, value FROM metrics ORDER BY 1"))
        .containsExactly("metric1|2", "metric2|2");
  }

  @Test
  void manyLoadsOfOnePartitionAtOnce() throws Exception {
    List<Future<LoadResult>> loads =
        IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> load((double) i))).toList();
    for (Future<LoadResult> load : loads) {
      load.get(30, SECONDS);
    }

    assertThat(warehouse.query("SELECT count(*), count(DISTINCT value) FROM metrics"))
        .containsExactly("2|1");
  }

  @Test
  void aReaderSeesTheOldRowsOrTheNewOnesAndNeverNone() throws Exception {
    load(0);
    Future<?> loads =
        threads.submit(
            () -> {
              for (int i = 1; i <= 20; i++) {
                load(i);
              }
            });
    while (!loads.isDone()) {
      assertThat(warehouse.query("SELECT count(*), count(DISTINCT value) FROM metrics"))
          .containsExactly("2|1");
    }
    loads.get(30, SECONDS);
  }

  private LoadResult load(double value) {
    LocalDate day = LocalDate.of(2020, 2, 1);
    return warehouse.load(
        REPLACE,
        MetricRow.class,
        List.of(
            new MetricRow("UK", "metric1", value, day),
            new MetricRow("UK", "metric2", value, day)));
  }

  /** Waits until so many loads wait for a lock; the timeout of the test ends it. */
  private void awaitWaiting(int loads) {
    List<String> waiting;
    do {
      waiting =
          warehouse.query(
              "SELECT pid FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND wait_event_type = 'Lock'");
    } while (waiting.size() < loads);
  }
}
