package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.TestPki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object in S3, loaded into a database that is not ours, over TLS. */
class RemoteTargetIT {

  private static final Path EXAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.xlsx");

  @Test
  void loadsFromS3IntoANamedDatabaseOverVerifiedTls(@TempDir Path temp) throws Exception {
    String key = "my label/a b+c%ü.xlsx";
    try (S3Server s3 = S3Server.start();
        PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      s3.createBucket("uploads");
      s3.createBucket("loads");
      s3.put("uploads", key, Files.readAllBytes(EXAMPLE));
      try (Connection admin = database.connectAsAdmin();
          Statement statement = admin.createStatement()) {
        statement.execute(
            "create table metrics (location text, metric text, value double precision, date date)");
        statement.execute("alter table metrics owner to loader");
      }
      Terminal terminal =
          new Terminal(Files.createDirectories(temp.resolve("work")))
              .with("AWS_ENDPOINT_URL_S3", s3.endpoint().toString())
              .with("AWS_REGION", "eu-west-1")
              .with("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY_ID)
              .with("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_ACCESS_KEY)
              .with("PGPASSWORD", database.password());
      String[] load = {
        "load",
        "s3://uploads/" + key,
        "--output-bucket",
        "loads",
        "--host",
        database.host(),
        "--port",
        "" + database.port(),
        "--database",
        database.name(),
        "--user",
        database.user()
      };

      Result verified = terminal.run(with(load, "--ca-file", TestPki.shared().ca().toString()));
      Result unverified = terminal.run(load);
      Result wrongCa =
          terminal.run(with(load, "--ca-file", TestPki.shared().unrelatedCa().toString()));

      assertThat(verified.err()).isEmpty();
      assertThat(verified.out())
          .contains("table     metrics: 0 rows deleted, 4 rows in the table for this file\n");
      assertThat(s3.objects("loads"))
          .first()
          .asString()
          .matches("output/my label_2020-02-01/\\d{8}T\\d{6}Z-[0-9a-f]{8}\\.csv");
      assertThat(new String(s3.get("loads", s3.objects("loads").get(0)), StandardCharsets.UTF_8))
          .startsWith("location,metric,value,date\nUK,metric1,0.65,2020-02-01\n");
      assertThat(List.of(unverified.exitCode(), wrongCa.exitCode())).containsExactly(3, 3);
      assertThat(unverified.err())
          .startsWith("ingest: database: expected the load to succeed, found \"SSL error:");
      assertThat(verified.out() + unverified.err() + wrongCa.err())
          .doesNotContain(database.password());
    }
  }

  private static String[] with(String[] command, String... more) {
    return java.util.stream.Stream.of(command, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }
}
