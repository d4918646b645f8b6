package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was loaded, by the packaged program: from the database of the folder and from another. */
class RunsIT {

  private static final Path EXAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.xlsx");
  private static final String ID = "\\d{8}T\\d{6}Z-[0-9a-f]{8}";

  @TempDir Path temp;
  private Terminal terminal;

  @BeforeEach
  void open() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
  }

  @Test
  void whereNothingWasLoadedThereIsNoRunAndNoDatabaseIsMade() throws Exception {
    Result list = terminal.run("runs");
    Result json = terminal.run("runs", "--json");
    Result show = terminal.run("runs", "show", "r1");
    Result none = terminal.run("runs", "show");

    assertThat(none.exitCode()).isEqualTo(64);
    assertThat(none.err())
        .isEqualTo("ingest: Missing required parameter: 'ID'\nTry: ingest runs show --help\n");
    assertThat(list).isEqualTo(new Result(0, "(no runs)\n", ""));
    assertThat(json.out()).isEqualTo("{\n  \"runs\" : [ ]\n}\n");
    assertThat(show.exitCode()).isEqualTo(64);
    assertThat(show.err())
        .isEqualTo(
            "ingest: run r1: expected it in a ledger of the database, found it in none; \"ingest runs\" lists the newest\n");
    assertThat(terminal.folder()).isEmptyDirectory();
  }

  @Test
  void theRunsOfTheFolder() throws Exception {
    load("--key", "uk/first.xlsx");
    load("--key", "uk/first.xlsx", "--again");
    load("--key", "fr/second.xlsx", "--table", "others");

    Result all = terminal.with("COLUMNS", "80").run("runs");
    Result some = terminal.run("runs", "--table", "metrics", "--file", "f*.xlsx", "--limit", "1");
    Result none = terminal.run("runs", "--since", "2999-01-01");
    Result mistaken = terminal.run("runs", "--since", "yesterday");
    String line = some.out().lines().skip(1).findFirst().orElseThrow();
    String again = line.substring(0, line.indexOf(' '));
    Result show = terminal.run("runs", "show", again);
    Result json = terminal.run("runs", "show", again, "--json");

    assertThat(all.err()).isEmpty();
    assertThat(all.out().replaceAll(ID, "ID").replaceAll("(?m) +$", ""))
        .isEqualTo(
            """
            run                        outcome  table           in  out  file
            ID  loaded   public.others    4    0  fr/second.xlsx
            ID  loaded   public.metrics   4    4  uk/first.xlsx
            ID  loaded   public.metrics   4    0  uk/first.xlsx
            (3 runs)
            """);
    assertThat(some.out().lines().skip(2)).containsExactly("(1 run)");
    assertThat(none.out()).isEqualTo("(no runs)\n");
    assertThat(mistaken.exitCode()).isEqualTo(64);
    assertThat(mistaken.err())
        .startsWith("ingest: Invalid value for option '--since': expected a day (2020-02-01)");
    assertThat(
            show.out()
                .replaceAll(ID, "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}Z", "WHEN")
                .replaceAll("[0-9a-f]{64}, \\d+ bytes", "HASH, N bytes"))
        .isEqualTo(
            """
            run       ID
            file      uk/first.xlsx
            upload    sha256 HASH, N bytes
            pipeline  metrics
            table     public.metrics: replace partition (date, location)
            scope     date 2020-02-01; location UK, FR
            rows      4 came, 4 staged, 4 replaced
            began     WHEN
            loaded    WHEN
            replaced  run ID of uk/first.xlsx at WHEN
            outcome   loaded
            """);
    assertThat(json.out())
        .startsWith("{\n  \"run\" : \"" + again + "\",\n  \"outcome\" : \"loaded\"");
  }

  private void load(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("load", EXAMPLE.toString()));
    command.addAll(List.of(options));
    Result result = terminal.run(command.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  /** By the same options as a load. */
  @Test
  void theRunsOfANamedDatabase() throws Exception {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      try (Connection admin = database.connectAsAdmin();
          Statement statement = admin.createStatement()) {
        statement.execute(
            "create table metrics (location text, metric text, value double precision, date date); alter table metrics owner to loader");
      }
      terminal.with("PGPASSWORD", database.password());
      String[] target = {
        "--host", database.host(),
        "--port", String.valueOf(database.port()),
        "--database", database.name(),
        "--user", database.user(),
        "--ca-file", TestPki.shared().ca().toString()
      };
      load(with(target, "--key", "uk/first.xlsx"));

      Result list = terminal.run(with(target, "runs"));
      Result unreachable = terminal.run(with(target, "runs", "--tls", "disable"));

      assertThat(list.err()).isEmpty();
      assertThat(list.out().replaceAll("(?m)^" + ID + " .* loaded ", "ID … loaded "))
          .endsWith("ID … loaded   public.metrics   4    0  uk/first.xlsx\n(1 run)\n");
      assertThat(unreachable.exitCode()).isEqualTo(3);
      assertThat(unreachable.err()).startsWith("ingest: database: expected ");
    }
  }

  private static String[] with(String[] target, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(target));
    return all.toArray(String[]::new);
  }

  @Test
  void theHelpHasExamples() throws Exception {
    assertThat(terminal.run("runs", "--help").out())
        .contains("Usage: ingest runs ", "  ingest runs --table metrics --since 7d\n");
    assertThat(terminal.run("runs", "show", "--help").out())
        .contains("Usage: ingest runs show ", "  ingest runs show 20200201T101500Z-1a2b3c4d\n");
  }
}
