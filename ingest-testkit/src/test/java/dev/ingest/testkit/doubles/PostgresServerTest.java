package dev.ingest.testkit.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void theLoaderComesOverVerifiedTlsAndMayMakeTables() throws SQLException {
    try (Connection connection = connect(database.jdbcUrl(), database.password())) {
      assertThat(ask(connection, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
          .isEqualTo("t");
      execute(connection, "CREATE TABLE mine (id int)");
    }
  }

  @Test
  void anUnrelatedAuthorityIsRefused() {
    String url = urlTrusting(TestPki.shared().unrelatedCa(), "localhost");

    assertRefused("08006", () -> connect(url, database.password()));
  }

  @Test
  void anAddressThatTheCertificateDoesNotNameIsRefused() {
    String url = urlTrusting(TestPki.shared().ca(), "127.0.0.1");

    assertRefused("08006", () -> connect(url, database.password()));
  }

  @Test
  void theLoaderIsRefusedWithoutTls() {
    String url = database.jdbcUrl().replace("verify-full", "disable");

    assertRefused("28000", () -> connect(url, database.password()));
  }

  @Test
  void afterARotationOnlyTheNewPasswordOpens() throws SQLException {
    String old = database.password();

    PostgresServer.shared().changePassword("it's new");

    assertThat(database.password()).isEqualTo("it's new");
    connect(database.jdbcUrl(), database.password()).close();
    assertRefused("28P01", () -> connect(database.jdbcUrl(), old));
  }

  @Test
  void textSortsByCodePointAndIsUnicode() throws SQLException {
    try (Connection admin = database.connectAsAdmin()) {
      assertThat(
              ask(admin, "SELECT string_agg(t, '' ORDER BY t) FROM unnest('{a,B,ü,z}'::text[]) t"))
          .isEqualTo("Bazü");
      assertThat(ask(admin, "SELECT upper('ü')")).isEqualTo("Ü");
    }
  }

  @Test
  void aDatabaseIsEmptyAndApartFromTheOthers() throws SQLException {
    try (PostgresDatabase other = PostgresServer.shared().createDatabase();
        Connection admin = database.connectAsAdmin();
        Connection there = other.connectAsAdmin()) {
      execute(admin, "CREATE TABLE t (id int)");

      assertThat(other.name()).isNotEqualTo(database.name());
      assertThat(ask(there, "SELECT to_regclass('t')")).isNull();
    }
  }

  @Test
  void aClosedDatabaseIsGoneEvenIfInUse() throws SQLException {
    try (Connection loader = connect(database.jdbcUrl(), database.password())) {
      database.close();

      assertThat(loader.isValid(1)).isFalse();
      assertRefused("3D000", database::connectAsAdmin);
    }
  }

  private String urlTrusting(Path ca, String host) {
    return "jdbc:postgresql://%s:%d/%s?sslmode=verify-full&sslrootcert=%s"
        .formatted(host, database.port(), database.name(), ca);
  }

  private Connection connect(String url, String password) throws SQLException {
    return DriverManager.getConnection(url, database.user(), password);
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

  private static void assertRefused(String sqlState, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
  }
}
