package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

class AwsS3ExtensionTest {

  private static final String IMPORT =
      "SELECT aws_s3.table_import_from_s3(?, ?, ?, aws_commons.create_s3_uri(?, ?, ?))";
  private static final String CSV = "(format csv, header true)";

  private final S3Server s3 = S3Server.start();
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @BeforeEach
  void install() throws SQLException {
    s3.createBucket("stage");
    AwsS3Extension.install(database, s3);
  }

  @AfterEach
  void close() {
    database.close();
    s3.close();
  }

  @Test
  void anObjectIsCopiedByTheLoaderIntoItsOwnTemporaryTable() throws SQLException {
    s3.put("stage", "run 1/it's.csv", "id,name\n1,\"a,b\"\n2,\n".getBytes(UTF_8));
    try (Connection loader = connect()) {
      execute(loader, "CREATE TEMP TABLE t (id int, name text)");

      assertThat(load(loader, "t", "id,name", CSV, "run 1/it's.csv"))
          .isEqualTo("2 rows imported into relation \"t\" from file run 1/it's.csv of 19 bytes");
      assertThat(ask(loader, "SELECT string_agg(id || coalesce(name, ' null'), ';') FROM t"))
          .isEqualTo("1a,b;2 null");
    }
  }

  @Test
  void theFlatFormAndAllColumns() throws SQLException {
    s3.put("stage", "k", "1\n".getBytes(UTF_8));
    try (Connection loader = connect()) {
      execute(loader, "CREATE TABLE t (id int)");

      assertThat(
              ask(
                  loader,
                  "SELECT aws_s3.table_import_from_s3('t','','(format csv)','stage','k','eu-west-1')"))
          .isEqualTo("1 rows imported into relation \"t\" from file k of 2 bytes");
    }
  }

  @Test
  void theImportBelongsToTheTransaction() throws SQLException {
    s3.put("stage", "k", "id\n1\n".getBytes(UTF_8));
    try (Connection loader = connect()) {
      execute(loader, "CREATE TABLE t (id int)");
      loader.setAutoCommit(false);
      load(loader, "t", "", CSV, "k");
      loader.rollback();

      assertThat(ask(loader, "SELECT count(*) FROM t")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "folder", "../stage/folder/k"})
  void whatIsNoObjectIsNotFound(String key) throws SQLException {
    s3.put("stage", "folder/k", "id\n1\n".getBytes(UTF_8));
    try (Connection loader = connect()) {
      execute(loader, "CREATE TABLE t (id int)");

      assertThatThrownBy(() -> load(loader, "t", "", CSV, key))
          .isInstanceOfSatisfying(
              PSQLException.class,
              e -> {
                assertThat(e.getSQLState()).isEqualTo("XX000");
                assertThat(e.getServerErrorMessage().getMessage())
                    .isEqualTo("HTTP 404. S3 object stage/" + key + " was not found");
              });
    }
  }

  @Test
  void aBadValueIsRefusedWithItsLine() throws SQLException {
    s3.put("stage", "k", "id\n1\nx\n".getBytes(UTF_8));
    try (Connection loader = connect()) {
      execute(loader, "CREATE TABLE t (id int)");

      assertThatThrownBy(() -> load(loader, "t", "", CSV, "k"))
          .isInstanceOfSatisfying(
              PSQLException.class,
              e -> {
                assertThat(e.getSQLState()).isEqualTo("22P02");
                assertThat(e.getServerErrorMessage().getWhere())
                    .startsWith("COPY t, line 3, column id: \"x\"");
              });
    }
  }

  @Test
  void whoMayNotInsertMayNotImport() throws SQLException {
    s3.put("stage", "k", "id\n1\n".getBytes(UTF_8));
    try (Connection admin = database.connectAsAdmin();
        Connection loader = connect()) {
      execute(admin, "CREATE TABLE theirs (id int)");

      assertThatThrownBy(() -> load(loader, "theirs", "", CSV, "k"))
          .isInstanceOfSatisfying(
              PSQLException.class,
              e ->
                  assertThat(e.getServerErrorMessage().getMessage())
                      .isEqualTo("permission denied for table theirs"));
    }
  }

  @Test
  void itSaysThatItIsADouble() throws SQLException {
    try (Connection loader = connect()) {
      assertThat(ask(loader, "SELECT aws_s3.about()"))
          .isEqualTo("double of aws_s3, for tests: reads the files of an S3 double");
    }
  }

  private static String load(
      Connection loader, String table, String columns, String options, String key)
      throws SQLException {
    try (PreparedStatement call = loader.prepareStatement(IMPORT)) {
      String[] values = {table, columns, options, "stage", key, "eu-west-1"};
      for (int i = 0; i < values.length; i++) {
        call.setString(i + 1, values[i]);
      }
      try (ResultSet answer = call.executeQuery()) {
        answer.next();
        return answer.getString(1);
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
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
}
