package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.load.BegunLoad;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import dev.ingest.store.DirectoryObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are staged while their file is written. */
class FedLoadTest {

  record Line(String part, String number) {}

  private static final LoadPlan.Into LINES = LoadPlan.into(TableName.parse("lines"));
  private static final LoadPlan REPLACE = LINES.replacePartition("part");

  @TempDir private Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void start() {
    warehouse = new Warehouse(folder);
    warehouse.execute("CREATE TABLE lines (part text NOT NULL, number varchar(3))");
    warehouse.execute("INSERT INTO lines VALUES ('a', '1'), ('b', '2')");
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private LoadRequest request(Line... rows) {
    return warehouse.request(REPLACE, Line.class, List.of(rows));
  }

  private BegunLoad begin(LoadRequest request) {
    return warehouse
        .loader()
        .begin(request.plan(), request.schema(), request.format(), request.options());
  }

  private void feed(BegunLoad load, LoadRequest request) throws IOException {
    try (InputStream file = new DirectoryObjectStore(folder).read(request.data())) {
      file.transferTo(load.rows());
    }
  }

  private List<String> table() {
    return warehouse.query("SELECT part, number FROM lines ORDER BY part, number");
  }

  @Test
  void whatWasFedIsLoaded() throws IOException {
    LoadRequest request = request(new Line("a", "3"), new Line("a", "4"));
    try (BegunLoad load = begin(request)) {
      feed(load, request);

      assertThat(table()).as("before the end").containsExactly("a|1", "b|2");
      assertThat(load.end(request)).isEqualTo(new LoadResult(2, 1, 2));
    }
    assertThat(table()).containsExactly("a|3", "a|4", "b|2");
  }

  @Test
  void whatIsGivenUpLeavesNothing() throws IOException {
    LoadRequest request = request(new Line("a", "3"));
    try (BegunLoad load = begin(request)) {
      feed(load, request);
    }
    assertThat(table()).containsExactly("a|1", "b|2");
    assertThat(warehouse.loader().load(request)).isEqualTo(new LoadResult(1, 1, 1));
  }

  @Test
  void whatTheServerRefusesIsToldAtTheEnd() throws IOException {
    LoadRequest request = request(new Line("a", "3"), new Line("a", "many"), new Line("a", "5"));
    try (BegunLoad load = begin(request)) {
      feed(load, request);
      LoadException refusal = catchThrowableOfType(LoadException.class, () -> load.end(request));

      assertThat(refusal.reason()).isEqualTo(Reason.ROWS_REFUSED);
      assertThat(refusal.refused()).extracting(RefusedRow::record).containsExactly(2L);
    }
    assertThat(table()).containsExactly("a|1", "b|2");
  }

  @Test
  void aFileOfWhichAPartWasFedIsRefused() throws IOException {
    LoadRequest request = request(new Line("a", "3"), new Line("a", "4"));
    LoadRequest shorter = request(new Line("a", "3"));
    try (BegunLoad load = begin(request)) {
      feed(load, shorter);
      LoadException refusal = catchThrowableOfType(LoadException.class, () -> load.end(request));

      assertThat(refusal)
          .hasMessage(
              "table lines: expected 2 rows staged, found 1; nothing was changed; look for triggers and rules on the table");
    }
    assertThat(table()).containsExactly("a|1", "b|2");
  }

  @Test
  void theTimeOfTheFileCounts() throws IOException {
    AtomicReference<Duration> left = new AtomicReference<>(Duration.ofMinutes(1));
    TimeLimit limit = left::get;
    LoadRequest request =
        request(new Line("a", "3")).withOptions(LoadOptions.defaults().withLimit(limit));
    try (BegunLoad load = begin(request)) {
      feed(load, request);
      left.set(Duration.ofMillis(500));
      LoadException late = catchThrowableOfType(LoadException.class, () -> load.end(request));

      assertThat(late.reason()).isEqualTo(Reason.OUT_OF_TIME);
    }
    assertThat(table()).containsExactly("a|1", "b|2");
  }
}
