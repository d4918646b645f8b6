package dev.ingest.testkit.doubles.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

class FaultProxyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final FaultProxy proxy = FaultProxy.before(PostgresServer.shared());

  @BeforeEach
  void table() throws SQLException {
    try (Connection direct = connect(database.jdbcUrl())) {
      execute(direct, "CREATE TABLE t (id int)");
    }
  }

  @AfterEach
  void close() {
    proxy.close();
    database.close();
  }

  @Test
  void withoutAFaultAllPassesOverTlsAndEachStatementIsSeen() throws SQLException {
    try (Connection through = through();
        PreparedStatement insert = through.prepareStatement("INSERT INTO t VALUES (?)")) {
      insert.setInt(1, 7);
      insert.executeUpdate();
      through.commit();

      assertThat(ask(through, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
          .isEqualTo("t");
    }
    assertThat(ids()).isEqualTo("7");
    assertThat(proxy.statements())
        .containsSubsequence("BEGIN", "INSERT INTO t VALUES ($1)", "COMMIT");
  }

  @Test
  void aClientWithoutTlsReachesTheServerWithoutTls() throws SQLException {
    String plain =
        "jdbc:postgresql://localhost:%s/%s?user=postgres&sslmode=disable"
            .formatted(proxy.port(), database.name());
    try (Connection through = DriverManager.getConnection(plain)) {
      assertThat(ask(through, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
          .isEqualTo("f");
    }
  }

  @Test
  void aLostAnswerOfACommitHidesThatItHappened() throws Exception {
    Fault fault = proxy.inject(FaultKind.LOSE_ANSWER, FaultTrigger.statementContaining("commit"));
    try (Connection through = through()) {
      execute(through, "INSERT INTO t VALUES (1)");

      assertConnectionLost(through::commit);
      fault.awaitFired(PATIENCE);
    }
    assertThat(ids()).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "RESET"})
  void aCutBeforeTheCommitRollsBack(FaultKind kind) throws Exception {
    Fault fault = proxy.inject(kind, FaultTrigger.statementContaining("COMMIT"));
    try (Connection through = through()) {
      execute(through, "INSERT INTO t VALUES (1)");

      assertConnectionLost(through::commit);
      fault.awaitFired(PATIENCE);
    }
    assertThat(ids()).isNull();
  }

  @Test
  void aStatementIsChosenByItsNumberSinceTheInjection() throws SQLException {
    try (Connection through = through()) {
      execute(through, "INSERT INTO t VALUES (1)");
      through.commit();
      Fault fault = proxy.inject(FaultKind.CUT, FaultTrigger.statement(3));

      execute(through, "INSERT INTO t VALUES (2)"); // 1 is BEGIN, 2 the INSERT
      assertThat(fault.hasFired()).isFalse();
      assertConnectionLost(() -> execute(through, "INSERT INTO t VALUES (3)"));
    }
    assertThat(ids()).isEqualTo("1");
  }

  @Test
  void aPreparedStatementIsFoundByItsTextWhereOnlyItsNameIsSent() throws SQLException {
    try (Connection through = through();
        PreparedStatement insert = through.prepareStatement("INSERT INTO t VALUES (?)")) {
      through.setAutoCommit(true);
      insert.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
      proxy.inject(FaultKind.CUT, FaultTrigger.statementContaining("into t").occurrence(3));

      insert.setInt(1, 1);
      insert.executeUpdate();
      insert.setInt(1, 2);
      insert.executeUpdate();
      insert.setInt(1, 3);
      assertConnectionLost(insert::executeUpdate);
    }
    assertThat(ids()).isEqualTo("1,2");
  }

  @Test
  void aStalledStatementHasNotRunUntilItIsReleased() throws Exception {
    Fault fault = proxy.inject(FaultKind.STALL, FaultTrigger.statementContaining("COMMIT"));
    try (Connection through = through()) {
      execute(through, "INSERT INTO t VALUES (1)");
      CompletableFuture<Void> commit = inBackground(through::commit);
      fault.awaitFired(PATIENCE);
      assertThat(ids()).isNull();

      fault.release();
      commit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ids()).isEqualTo("1");
    }
  }

  @Test
  void aStalledAnswerBelongsToAStatementThatHasRun() throws Exception {
    Fault fault = proxy.inject(FaultKind.STALL_ANSWER, FaultTrigger.statementContaining("COMMIT"));
    try (Connection through = through()) {
      execute(through, "INSERT INTO t VALUES (1)");
      CompletableFuture<Void> commit = inBackground(through::commit);
      fault.awaitFired(PATIENCE);

      assertThat(ids()).isEqualTo("1");
      assertThat(commit).isNotDone();
      fault.release();
      commit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void aCopyIsCutInsideOfItsData() throws Exception {
    Fault fault = proxy.inject(FaultKind.RESET, FaultTrigger.copyData(100_000));
    byte[] rows = "1234567\n".repeat(50_000).getBytes(UTF_8);

    assertThatThrownBy(
            () -> {
              try (Connection through = through()) {
                copy(through, rows);
              }
            })
        .isInstanceOf(Exception.class);
    fault.awaitFired(PATIENCE);
    assertThat(ids()).isNull();
  }

  @Test
  void theAnswerOfACopyIsLostButItsDataPasses() throws Exception {
    proxy.inject(FaultKind.LOSE_ANSWER, FaultTrigger.statementContaining("copy t"));
    try (Connection through = through()) {
      through.setAutoCommit(true);

      assertConnectionLost(() -> copy(through, "5\n".getBytes(UTF_8)));
    }
    assertThat(ids()).isEqualTo("5");
  }

  @Test
  void refusedConnectionsAreTakenAgainOnTheSamePort() throws SQLException {
    try (Connection open = through()) {
      proxy.refuseConnections();

      assertThatThrownBy(this::through)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
      assertThat(ask(open, "SELECT 'alive'")).isEqualTo("alive");

      proxy.acceptConnections();
      through().close();
    }
  }

  @Test
  void aFaultThatDoesNotFireIsNamed() {
    Fault fault = proxy.inject(FaultKind.CUT, FaultTrigger.statementContaining("never"));

    assertThatThrownBy(() -> fault.awaitFired(Duration.ZERO))
        .isInstanceOf(AssertionError.class)
        .hasMessage("the fault CUT did not fire within PT0S");
  }

  private Connection through() throws SQLException {
    Connection connection = connect(database.jdbcUrlThrough(proxy.port()));
    connection.setAutoCommit(false);
    return connection;
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, database.user(), database.password());
  }

  private static void copy(Connection connection, byte[] rows) throws Exception {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY t FROM STDIN", new ByteArrayInputStream(rows));
  }

  /** What the table holds by a connection that does not pass the proxy. */
  private String ids() throws SQLException {
    try (Connection direct = connect(database.jdbcUrl())) {
      return ask(direct, "SELECT string_agg(id::text, ',' ORDER BY id) FROM t");
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static CompletableFuture<Void> inBackground(Work work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertConnectionLost(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
