package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.JdbcSql;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at random points of its loads; another one goes on where it was. */
class KilledLoadTest {

  private static final int KILLS = 50;

  /** Long enough for some loads, so that the kill comes anywhere in one. */
  private static final int LONGEST_LIFE_IN_MILLIS = 120;

  private static final String BETWEEN = "between two loads";

  /** What the process is at, by its open transaction's last statement. */
  private static final String AT =
      "SELECT left(query, 24) AS at FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ingest' AND xact_start IS NOT NULL";

  @TempDir private Path folder;
  private PostgresDatabase database;
  private Connection admin;
  private Sql sql;
  private final Map<String, Integer> points = new TreeMap<>();

  @BeforeEach
  void makeTable() throws SQLException {
    database = PostgresServer.shared().createDatabase();
    admin = database.connectAsAdmin();
    sql = new JdbcSql(admin, failure -> SqlFailures.of("admin", failure));
    sql.update("CREATE TABLE versions (part text, version int)");
    sql.update("INSERT INTO versions VALUES ('other', 0)");
  }

  @AfterEach
  void close() throws SQLException {
    admin.close();
    database.close();
  }

  @Test
  void neverALostADoubledOrAMixedPartition() throws Exception {
    long seed = Long.getLong("kills.seed", System.nanoTime());
    System.out.println("seed of the kills (-Dkills.seed): " + seed);
    Random random = new Random(seed);
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    PostgresTableLoader loader = LoadingProcess.loader(database.port(), database.name(), store);
    int next = 1;
    int committed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int last = runAndKill(next, random.nextInt(LONGEST_LIFE_IN_MILLIS));

      // The version that was being loaded is delivered again: it waits for a commit on its way.
      Outcome again = loader.load(LoadingProcess.request(store, last + 1)).outcome();

      assertThat(again).isIn(Outcome.LOADED, Outcome.ALREADY_LOADED);
      committed += again == Outcome.ALREADY_LOADED ? 1 : 0;
      assertThat(
              query(
                  "SELECT concat_ws('|', part, version, count(*)) AS v FROM versions GROUP BY part, version ORDER BY part"))
          .as("kill %s, seed %s", kill, seed)
          .containsExactly("other|0|1", "p|" + (last + 1) + "|" + LoadingProcess.ROWS);
      next = last + 2;
    }
    assertThat(
            query(
                "SELECT concat_ws('|', count(*), count(DISTINCT version)) AS v FROM ingest_ledger"))
        .containsExactly((next - 1) + "|" + (next - 1));
    System.out.println("killed at: " + points + "; committed and not told: " + committed);
    assertThat(points).as("kills that came anywhere, seed %s", seed).hasSizeGreaterThan(3);
    assertThat(KILLS - points.getOrDefault(BETWEEN, 0))
        .as("kills within a transaction, seed %s", seed)
        .isGreaterThan(KILLS / 5);
  }

  private List<String> query(String text) {
    return sql.rows(BoundSql.of(text)).stream().map(row -> row.text("v")).toList();
  }

  /**
   * Returns the last version that the process said was loaded; it loads one before it is killed.
   */
  private int runAndKill(int first, int millis) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadingProcess.class.getName(),
                String.valueOf(database.port()),
                database.name(),
                folder.toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo(String.valueOf(first));
      assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
      points.merge(point(), 1, Integer::sum);
      process.toHandle().destroyForcibly(); // which leaves what it said readable
      process.waitFor();
      return first + versions(out).size();
    } finally {
      process.destroyForcibly();
    }
  }

  /** It goes on while it is looked at: where the kill comes is near, and may be past it. */
  private String point() {
    return sql.rows(BoundSql.of(AT)).stream()
        .map(row -> row.text("at").strip())
        .findFirst()
        .orElse(BETWEEN);
  }

  private static List<Integer> versions(BufferedReader out) throws IOException {
    List<Integer> versions = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      versions.add(Integer.valueOf(line));
    }
    return versions;
  }
}
