package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.load.BegunLoad;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableName;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.TestPki;
import dev.ingest.testkit.doubles.wire.Fault;
import dev.ingest.testkit.doubles.wire.FaultKind;
import dev.ingest.testkit.doubles.wire.FaultProxy;
import dev.ingest.testkit.doubles.wire.FaultTrigger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection breaks before, or after, each statement of a load into a real PostgreSQL. */
class BrokenConnectionTest {

  record Line(String part, int number) {}

  private static final LoadPlan APPEND = LoadPlan.into(TableName.parse("lines")).append();
  private static final List<Line> ROWS = List.of(new Line("p", 1), new Line("p", 2));

  @TempDir private Path folder;
  private Warehouse warehouse;
  private FaultProxy proxy;
  private int uploads;

  @BeforeEach
  void start() {
    warehouse = new Warehouse(folder);
    warehouse.execute("CREATE TABLE lines (part text, number int)");
    proxy = FaultProxy.before(PostgresServer.shared());
  }

  @AfterEach
  void close() {
    proxy.close();
    warehouse.close();
  }

  private PostgresTableLoader loader() {
    PostgresConnections connections =
        new PostgresConnections(
            new PostgresAddress(
                warehouse.database().host(), proxy.port(), warehouse.database().name()),
            Tls.verifyFull(TestPki.shared().ca()),
            DatabaseCredentials.fixed(
                DatabaseSecret.login(
                    warehouse.database().user(), warehouse.database().password())));
    return new PostgresTableLoader(connections, new DirectoryObjectStore(folder));
  }

  private LoadRequest request() {
    LoadOrigin origin = new LoadOrigin("in", "uk/a.xlsx", "v" + uploads++, null, 1, null);
    return warehouse
        .request(APPEND, Line.class, ROWS)
        .withIdentity(
            new LoadIdentity("run" + uploads, "lines", "s", origin, "rows of " + uploads));
  }

  private LoadResult load(LoadRequest request, boolean fed) throws IOException {
    if (!fed) {
      return loader().load(request);
    }
    try (InputStream file = new DirectoryObjectStore(folder).read(request.data());
        BegunLoad load =
            loader().begin(request.plan(), request.schema(), request.format(), request.options())) {
      file.transferTo(load.rows());
      return load.end(request);
    }
  }

  @ParameterizedTest(name = "{0}, fed while the file is written: {1}")
  @CsvSource({"CUT,false", "LOSE_ANSWER,false", "CUT,true", "LOSE_ANSWER,true"})
  void wheneverItBreaksTheRowsAreThereOnce(FaultKind kind, boolean fed) throws Exception {
    load(request(), fed); // makes the ledger
    int before = proxy.statements().size();
    load(request(), fed);
    int statements = proxy.statements().size() - before;
    assertThat(statements).isGreaterThan(5);

    for (int statement = 1; statement <= statements; statement++) {
      Fault fault = proxy.inject(kind, FaultTrigger.statement(statement));

      Outcome outcome = load(request(), fed).outcome();

      fault.awaitFired(Duration.ofSeconds(10)); // the proxy may say so after the client was cut off
      assertThat(outcome).isEqualTo(Outcome.LOADED);
      assertThat(warehouse.query("SELECT count(*) FROM lines"))
          .as("%s at statement %s: %s", kind, statement, proxy.statements())
          .containsExactly(String.valueOf(uploads * ROWS.size()));
    }
  }

  @Test
  void withoutAnIdentityALostCommitIsNotTriedAgain() throws Exception {
    LoadRequest request = warehouse.request(APPEND, Line.class, ROWS);
    loader().load(request);
    int commit = proxy.statements().lastIndexOf("COMMIT") + 1;
    Fault fault = proxy.inject(FaultKind.LOSE_ANSWER, FaultTrigger.statement(commit));

    LoadException unknown = catchThrowableOfType(LoadException.class, () -> loader().load(request));

    fault.awaitFired(Duration.ofSeconds(10)); // the proxy may say so after the client was cut off
    assertThat(unknown.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
    assertThat(unknown)
        .hasMessage(
            "table lines: expected an answer to the commit, found that the connection broke; no ledger has this load, so look at the table before you load again");
    assertThat(warehouse.query("SELECT count(*) FROM lines")).containsExactly("4");
  }
}
