package dev.ingest.testkit.doubles.redshift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.doubles.S3Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

class RedshiftServerTest {

  private static final String ROLE = "IAM_ROLE 'arn:aws:iam::123456789012:role/load' ";
  private static final S3Server S3 = S3Server.start();
  private static RedshiftServer redshift;

  private Connection loader;

  @BeforeAll
  static void start() {
    S3.createBucket("b");
    redshift = RedshiftServer.start(S3);
  }

  @AfterAll
  static void stop() {
    redshift.close();
    S3.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    loader = DriverManager.getConnection(redshift.jdbcUrl(), redshift.user(), redshift.password());
    loader.setAutoCommit(false);
    run("DROP TABLE IF EXISTS t");
    run(
        "CREATE TABLE t (id INT NOT NULL ENCODE az64, name VARCHAR(5), v DOUBLE PRECISION, d DATE)"
            + " DISTSTYLE AUTO COMPOUND SORTKEY (id)");
    loader.commit();
  }

  @AfterEach
  void disconnect() throws SQLException {
    loader.rollback();
    loader.close();
  }

  @Test
  void itsVersionSaysThatItIsADouble() throws SQLException {
    assertThat(ask("SELECT version()"))
        .isEqualTo("PostgreSQL 8.0.2, Redshift double of ingest-testkit, not Amazon Redshift");
    assertThat(loader.getMetaData().getDatabaseProductVersion()).isEqualTo("8.0.2");
  }

  @Test
  void aManifestLoadsItsFilesAndNoOthers() throws SQLException {
    S3.put("b", "m/1.csv", bytes("id,name,v,d\n1,\"a,\"\"\n\",1.5,2024-02-29\n2,,,\n"));
    S3.put("b", "m/1.csv.bak", bytes("id,name,v,d\n3,no,,\n"));
    manifest("m/manifest", "m/1.csv");

    copy("m/manifest", "MANIFEST IGNOREHEADER 1 DATEFORMAT 'YYYY-MM-DD' MAXERROR 0 COMPUPDATE OFF");

    assertThat(ask("SELECT pg_last_copy_count()")).isEqualTo("2");
    assertThat(rows()).isEqualTo("1|a,\"\n|1.5|2024-02-29;2||null|null");
  }

  @Test
  void withoutAManifestTheLocationIsAPrefix() throws SQLException {
    S3.put("b", "p/1.csv", bytes("1,a,,\n"));
    S3.put("b", "p/1.csv.bak", bytes("2,b,,\n"));

    copy("p/1.csv", "");

    assertThat(rows()).isEqualTo("1|a|null|null;2|b|null|null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "''                            ~ '1||null|null;2|  |null|null;3||null|null;4|null|null|null'",
        "EMPTYASNULL                   ~ '1|null|null|null;2|  |null|null;3|null|null|null;4|null|null|null'",
        "BLANKSASNULL                  ~ '1||null|null;2|null|null|null;3||null|null;4|null|null|null'",
        "EMPTYASNULL BLANKSASNULL      ~ '1|null|null|null;2|null|null|null;3|null|null|null;4|null|null|null'",
        "NULL AS '#'                   ~ '1||null|null;2|  |null|null;3||null|null;4|\\N|null|null'",
      })
  void whatBecomesOfEmptyTexts(String options, String expected) throws SQLException {
    S3.put("b", "e/1.csv", bytes("1,,,\n2,\"  \",\" \",\n3,\"\",\"\",\"\"\n4,\\N,,\n"));

    copy("e/1.csv", options);

    assertThat(rows()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x,a,,         ~ id   ~ 1207 ~ Invalid digit, Value 'x', Pos 0, Type: Integer",
        ",a,,          ~ id   ~ 1213 ~ Missing data for not-null field",
        "1,äöü,,       ~ name ~ 1204 ~ String length exceeds DDL length",
        "1,a,NaN,      ~ v    ~ 1208 ~ Invalid digit, Value 'NaN', Pos 0, Type: Float",
        "1,a,,today    ~ d    ~ 1205 ~ Invalid Date Format - length must be 10 or more",
        "1,a           ~ ''   ~ 1203 ~ Delimiter not found",
        "1,a,,,9       ~ ''   ~ 1202 ~ Extra column(s) found",
      })
  void aBadFieldFailsTheLoadAndIsKeptPastTheRollback(
      String line, String column, String code, String message) throws SQLException {
    S3.put("b", "bad/1.csv", bytes("id,name,v,d\n7,ok,,\n" + line + "\n"));
    run("INSERT INTO t VALUES (9, 'old')");

    assertRefused(
        "XX000",
        "Load into table 't' failed.  Check 'sys_load_error_detail' system table for details.",
        () -> copy("bad/1.csv", "IGNOREHEADER 1"));
    loader.rollback();

    assertThat(
            ask(
                "SELECT file_name || '|' || line_number || '|' || column_name || '|' || error_code"
                    + " || '|' || error_message FROM sys_load_error_detail"
                    + " WHERE session_id = pg_backend_pid()"))
        .isEqualTo("s3://b/bad/1.csv|3|" + column + "|" + code + "|" + message);
    assertThat(rows()).isEmpty();
  }

  @Test
  void aLineIsCountedPastTheBreaksInsideOfRows() throws SQLException {
    S3.put("b", "ln/1.csv", bytes("1,\"a\nb\",,\n2,\"\n\n\",x,\n"));

    assertThatThrownBy(() -> copy("ln/1.csv", "")).isInstanceOf(PSQLException.class);
    loader.rollback();

    assertThat(ask("SELECT line_number FROM stl_load_errors WHERE session = pg_backend_pid()"))
        .isEqualTo("3");
  }

  @Test
  void withMaxerrorABadRowIsLeftOut() throws SQLException {
    S3.put("b", "me/1.csv", bytes("x,a,,\n2,b,,\n"));

    copy("me/1.csv", "MAXERROR 1");

    assertThat(rows()).isEqualTo("2|b|null|null");
  }

  @Test
  void truncatecolumnsCutsByBytesBetweenCharacters() throws SQLException {
    S3.put("b", "tc/1.csv", bytes("1,äöü,,\n"));

    copy("tc/1.csv", "TRUNCATECOLUMNS");

    assertThat(rows()).isEqualTo("1|äö|null|null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"entries\":[{\"url\":\"s3://b/none\",\"mandatory\":true}]} ~ The specified S3 file 's3://b/none' does not exist",
        "{\"entries\":[{\"url\":\"s3://b/none\"}]}                    ~ No file of the manifest exists",
        "{\"entries\":[{\"uri\":\"s3://b/none\"}]}                    ~ Manifest file is not in correct json format",
        "oops                                                         ~ Manifest file is not in correct json format",
      })
  void aBadManifestIsRefused(String content, String message) {
    S3.put("b", "bm/manifest", bytes(content));

    assertRefused("XX000", message, () -> copy("bm/manifest", "MANIFEST"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "COPY t FROM STDIN ~ 0A000 ~ LOAD source is not supported. (Hint: only S3 or DynamoDB or EMR based load is allowed)",
        "COPY t FROM 's3://b/k' CSV ~ XX000 ~ CREDENTIALS argument is not supplied.",
        "COPY t FROM 's3://b/k' IAM_ROLE default CSV FROBNICATE ~ 42601 ~ syntax error at or near \"FROBNICATE\"",
        "COPY t FROM 's3://b/k' IAM_ROLE default CSV CSV ~ 42601 ~ conflicting or redundant options",
        "COPY t FROM 's3://b/k' IAM_ROLE default PARQUET ~ 0A000 ~ the Redshift double does not imitate the option PARQUET of COPY",
        "COPY t (id,) FROM 's3://b/k' IAM_ROLE default CSV ~ 42601 ~ syntax error at or near \")\"",
        "COPY t FROM 's3://b/none' IAM_ROLE default CSV ~ XX000 ~ The specified S3 prefix 'none' does not exist",
        "COPY nowhere FROM 's3://b/k' IAM_ROLE default CSV ~ 42P01 ~ Cannot COPY into nonexistent table \"nowhere\"",
        "SELECT pg_advisory_xact_lock(1) ~ 42883 ~ function pg_advisory_xact_lock does not exist",
        "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING ~ 42601 ~ syntax error at or near \"CONFLICT\"",
        "INSERT INTO t VALUES (1) RETURNING id ~ 42601 ~ syntax error at or near \"RETURNING\"",
        "CREATE TEMP TABLE s (id INT) ON COMMIT DROP ~ 42601 ~ syntax error at or near \"COMMIT\"",
        "CREATE TABLE s (j JSONB) ~ 0A000 ~ Column has unsupported type \"jsonb\".",
        "LOCK TABLE t IN EXCLUSIVE MODE ~ 42601 ~ syntax error at or near \"IN\"",
        "MERGE INTO t USING t AS s ON t.id = s.id WHEN MATCHED THEN DELETE ~ 42601 ~ syntax error at or near \"end of input\"",
      })
  void whatRedshiftDoesNotHaveIsRefused(String sql, String sqlState, String message) {
    assertRefused(sqlState, message, () -> run(sql));
  }

  @Test
  void aRefusedStatementTakesItsParameters() throws SQLException {
    try (PreparedStatement insert =
        loader.prepareStatement("INSERT INTO t (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      insert.setInt(1, 1);
      insert.setString(2, "a");

      assertRefused("42601", "syntax error at or near \"CONFLICT\"", insert::executeUpdate);
    }
  }

  @Test
  void truncateCommits() throws SQLException {
    run("INSERT INTO t VALUES (1)");
    loader.commit();

    run("TRUNCATE t");
    run("INSERT INTO t VALUES (2)");
    loader.rollback();

    assertThat(rows()).isEmpty();
  }

  @Test
  void mergeUpdatesAndInserts() throws SQLException {
    run("INSERT INTO t VALUES (1, 'old')");
    run("CREATE TEMP TABLE s (LIKE t)");
    run("INSERT INTO s VALUES (1, 'new'), (2, 'two')");

    run(
        "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET name = s.name"
            + " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, s.name)");

    assertThat(rows()).isEqualTo("1|new|null|null;2|two|null|null");
    loader.rollback();
  }

  @Test
  void transactionsThatReadWhatTheOtherWritesConflict() throws SQLException {
    try (Connection other =
        DriverManager.getConnection(redshift.jdbcUrl(), redshift.user(), redshift.password())) {
      other.setAutoCommit(false);
      ask("SELECT count(*) FROM t");
      run(other, "SELECT count(*) FROM t");
      run("INSERT INTO t VALUES (1)");
      run(other, "INSERT INTO t VALUES (2)");
      loader.commit();

      assertRefused("XX000", "1023", other::commit);
      other.rollback();
    }
  }

  @Test
  void lockedTransactionsDoNotConflict() throws SQLException {
    run("LOCK TABLE t");
    ask("SELECT count(*) FROM t");
    run("INSERT INTO t VALUES (1)");
    loader.commit();

    assertThat(rows()).isEqualTo("1|null|null|null");
  }

  @Test
  void aConflictCanBeProvoked() throws SQLException {
    redshift.violateIsolationAt("delete from t");

    assertRefused("XX000", "1023", () -> run("DELETE FROM t"));
    loader.rollback();
    run("DELETE FROM t");
  }

  private void copy(String key, String options) throws SQLException {
    run("COPY t (id, name, v, d) FROM 's3://b/" + key + "' " + ROLE + "FORMAT CSV " + options);
  }

  private static void manifest(String key, String file) {
    S3.put("b", key, bytes("{\"entries\":[{\"url\":\"s3://b/" + file + "\",\"mandatory\":true}]}"));
  }

  private String rows() throws SQLException {
    StringJoiner rows = new StringJoiner(";");
    try (Statement statement = loader.createStatement();
        ResultSet found = statement.executeQuery("SELECT id, name, v, d FROM t ORDER BY id")) {
      while (found.next()) {
        rows.add(
            found.getString(1)
                + "|"
                + found.getString(2)
                + "|"
                + found.getString(3)
                + "|"
                + found.getString(4));
      }
    }
    return rows.toString();
  }

  private String ask(String sql) throws SQLException {
    try (Statement statement = loader.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    run(loader, sql);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void assertRefused(String sqlState, String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PSQLException.class,
            e -> {
              assertThat(e.getServerErrorMessage().getMessage()).isEqualTo(message);
              assertThat(e.getSQLState()).isEqualTo(sqlState);
            });
  }
}
