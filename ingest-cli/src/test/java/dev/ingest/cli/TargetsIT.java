package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.doubles.AwsS3Extension;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.TestPki;
import dev.ingest.testkit.doubles.redshift.RedshiftDataApi;
import dev.ingest.testkit.doubles.redshift.RedshiftServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program into each target: the table is made by {@code ddl} and loaded by {@code
 * load}, and nobody writes any Java. Over real S3 requests, TLS that is verified, and for the Data
 * API over real HTTP.
 */
class TargetsIT {

  private static final String EXAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.xlsx").toString();
  private static final String ROLE = "arn:aws:iam::123456789012:role/copy";

  /** The shipped workbook's columns, and one that neither it nor its table has. */
  private static final String ONE_MORE =
      """
      name: metrics
      header: { missing: null }
      columns:
        - { name: location, type: text }
        - { name: metric, type: text }
        - { name: value, type: double, nullable: true, lenient: true }
        - { name: date, type: date }
        - { name: note, type: text, nullable: true }
      load:
        table: metrics
        append: true
      """;

  private static final String[] ROWS = {
    "FR|metric1|0|2020-02-01",
    "UK|metric1|0.65|2020-02-01",
    "UK|metric2|null|2020-02-01",
    "UK|metric3|null|2020-02-01"
  };

  @TempDir Path temp;
  private final S3Server s3 = S3Server.start();
  private Terminal terminal;

  @BeforeEach
  void prepare() throws Exception {
    s3.createBucket("loads");
    terminal =
        new Terminal(Files.createDirectories(temp.resolve("work")))
            .with("AWS_REGION", "eu-west-1")
            .with("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY_ID)
            .with("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_ACCESS_KEY)
            .with("INGEST_S3_ENDPOINT", s3.endpoint().toString())
            .with("INGEST_S3_PATH_STYLE", "true");
  }

  @AfterEach
  void closeTheStore() {
    s3.close();
  }

  @Test
  void postgresAsTheEnvironmentSays() throws Exception {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      login(database.host(), database.port(), database.name(), database.user(), database.password())
          .with("INGEST_OUTPUT_BUCKET", "loads")
          .with("INGEST_GZIP", "true");

      Result made = terminal.run("ddl", "--create-missing");
      Result loaded = terminal.run("load", EXAMPLE);
      Result again = terminal.run("load", EXAMPLE);

      clean(made, "outcome   fits\n");
      clean(loaded, "table     metrics: 0 rows deleted, 4 rows in the table for this file\n");
      clean(again, "outcome   already loaded\n");
      assertThat(rows(database)).containsExactly(ROWS);
      assertThat(inflated(s3.objects("loads").get(0)))
          .startsWith("location,metric,value,date\nUK,metric1,0.65,2020-02-01\n");
      assertThat(s3.objects("loads").get(0)).startsWith("output/").endsWith(".csv.gz");
    }
  }

  @Test
  void guardsOfThePipelineHoldUnlessAnOptionLoosensThem() throws Exception {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      login(
          database.host(), database.port(), database.name(), database.user(), database.password());
      Path file = temp.resolve("guarded.yaml");
      Files.writeString(
          file,
          ONE_MORE + "  guards: { minRows: 9, maxNullShare: { value: 30 %, \"*\": 100 % } }\n");

      terminal.run("ddl", "--create-missing", "-p", file.toString());
      Result few = terminal.run("load", EXAMPLE, "-p", file.toString());
      Result nulls = terminal.run("load", EXAMPLE, "-p", file.toString(), "--min-rows", "0");
      Result loose =
          terminal.run(
              "load",
              EXAMPLE,
              "-p",
              file.toString(),
              "--min-rows=0",
              "--max-null-share",
              "value=60%");

      assertThat(few.exitCode()).isEqualTo(3);
      assertThat(few.err())
          .isEqualTo(
              "ingest: table metrics: expected at least 9 rows (minRows), found 5 rows; nothing was changed; check the file, or loosen the guard\n");
      assertThat(nulls.err())
          .isEqualTo(
              "ingest: table metrics: expected at most 30 % nulls in value (maxNullShare), found 40 % in value; nothing was changed; check the file, or loosen the guard\n");
      clean(loose, "table     metrics: 0 rows deleted, 5 rows in the table for this file\n");
    }
  }

  @Test
  void rdsFetchesTheFile() throws Exception {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      AwsS3Extension.install(database, s3);
      login(
          database.host(), database.port(), database.name(), database.user(), database.password());

      Result made = terminal.run("ddl", "--target", "rds", "--create-missing");
      Result loaded = terminal.run("load", EXAMPLE, "--target", "rds", "--output-bucket", "loads");

      clean(made, "outcome   fits\n");
      clean(loaded, "table     metrics: 0 rows deleted, 4 rows in the table for this file\n");
      assertThat(rows(database)).containsExactly(ROWS);
    }
  }

  @Test
  void redshiftByAConnection() throws Exception {
    try (RedshiftServer server = RedshiftServer.start(s3)) {
      login(server.host(), server.port(), server.database(), server.user(), server.password())
          .with("INGEST_TARGET", "redshift");

      Result missing = terminal.run("ddl", "--diff");
      Result made = terminal.run("ddl", "--create-missing", "--sort-key", "date");
      Result loaded = terminal.run(redshift("--gzip"));
      Result differs = terminal.run("ddl", "--diff", "-p", withOneMore());
      Result added = terminal.run("ddl", "--add-columns", "-p", withOneMore());

      assertThat(missing.exitCode()).isEqualTo(2);
      assertThat(missing.out()).startsWith("table     metrics: not there\n");
      clean(made, "outcome   fits\n");
      clean(loaded, "table     metrics: 0 rows deleted, 4 rows in the table for this file\n");
      assertThat(server.statements())
          .anyMatch(sql -> sql.startsWith("COPY ") && sql.contains(ROLE) && sql.contains(" GZIP "));
      assertThat(differs.out())
          .contains(
              "missing   ALTER TABLE \"metrics\" ADD COLUMN \"note\" varchar(65535)\noutcome   differs\n");
      clean(added, "outcome   fits\n");
      assertThat(rows(server)).containsExactly(ROWS);
    }
  }

  @Test
  void redshiftByTheDataApi() throws Exception {
    try (RedshiftServer server = RedshiftServer.start(s3);
        RedshiftDataApi api = RedshiftDataApi.before(server)) {
      terminal
          .with("AWS_ENDPOINT_URL_REDSHIFT_DATA", api.endpoint().toString())
          .with("INGEST_TARGET", "redshift-data")
          .with("INGEST_WORKGROUP", "analysts")
          .with("INGEST_DB_NAME", server.database());

      Result missing = terminal.run("ddl", "--diff");
      Result made = terminal.run("ddl", "--create-missing");
      Result loaded = terminal.run(redshift("--manifests", "tmp/"));
      Result there = terminal.run("ddl", "--diff");

      assertThat(missing.exitCode()).isEqualTo(2);
      clean(made, "outcome   fits\n");
      clean(loaded, "table     metrics: 0 rows deleted, 4 rows in the table for this file\n");
      clean(there, "outcome   fits\n");
      assertThat(rows(server)).containsExactly(ROWS);
      assertThat(s3.objects("loads")).anyMatch(key -> key.matches("tmp/[0-9a-f]{64}\\.manifest"));
    }
  }

  @Test
  void whatIsMissingIsToldAtOnceAndNothingIsDone() throws Exception {
    Result result =
        terminal.run(
            "load", EXAMPLE, "--target", "redshift", "--port", "x", "--s3-encryption", "z");

    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            ingest: settings: expected the options and the environment to be complete, found what follows; correct it
            --port ($INGEST_DB_PORT): expected a port from 1 to 65535, found "x"
            --secret ($INGEST_SECRET_ID): expected the name or ARN of the database's secret, found none
            --copy-role ($INGEST_COPY_ROLE): expected the ARN of the role by which Redshift reads the output bucket, found none
            --s3-encryption ($INGEST_S3_ENCRYPTION): expected bucket, s3 or kms, found "z"
            --output-bucket ($INGEST_OUTPUT_BUCKET): expected the bucket from which the database reads the CSV, found none
            """);
  }

  private Terminal login(String host, int port, String database, String user, String password) {
    return terminal
        .with("INGEST_DB_HOST", host)
        .with("INGEST_DB_PORT", Integer.toString(port))
        .with("INGEST_DB_NAME", database)
        .with("INGEST_DB_USER", user)
        .with("PGPASSWORD", password)
        .with("INGEST_CA_FILE", TestPki.shared().ca().toString());
  }

  private static String[] redshift(String... more) {
    List<String> all = new ArrayList<>(List.of("load", EXAMPLE, "--output-bucket", "loads"));
    all.addAll(List.of("--copy-role", ROLE));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void clean(Result result, String line) {
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains(line);
    assertThat(result.exitCode()).isZero();
  }

  private String withOneMore() throws Exception {
    Path file = temp.resolve("more.yaml");
    Files.writeString(file, ONE_MORE);
    return file.toString();
  }

  private String inflated(String key) throws Exception {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(s3.get("loads", key)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> rows(PostgresDatabase database) throws Exception {
    try (Connection admin = database.connectAsAdmin()) {
      return rows(admin);
    }
  }

  private static List<String> rows(RedshiftServer server) throws Exception {
    try (Connection admin = server.connectBehind()) {
      return rows(admin);
    }
  }

  private static List<String> rows(Connection connection) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT location || '|' || metric || '|' || coalesce(value::text, 'null') || '|' || date"
                    + " FROM metrics ORDER BY 1")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
