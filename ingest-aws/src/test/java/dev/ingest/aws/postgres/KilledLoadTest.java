package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.doubles.TestPki;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  @TempDir private Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void makeTable() {
    warehouse = new Warehouse(folder);
    warehouse.execute("CREATE TABLE versions (part text, version int)");
    warehouse.execute("INSERT INTO versions VALUES ('other', 0)");
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void neverALostADoubledOrAMixedPartition() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed of the kills: " + seed);
    Random random = new Random(seed);
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    int next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      List<Integer> told = runAndKill(next, random.nextInt(LONGEST_LIFE_IN_MILLIS));
      int last = last(told, next - 1);

      // The version that was being loaded is delivered again: it waits for a commit on its way.
      Outcome again = warehouse.loader().load(LoadingProcess.request(store, last + 1)).outcome();

      assertThat(again).isIn(Outcome.LOADED, Outcome.ALREADY_LOADED);
      assertThat(
              warehouse.query(
                  "SELECT part, version, count(*) FROM versions GROUP BY 1, 2 ORDER BY 1"))
          .as("kill %s, seed %s", kill, seed)
          .containsExactly("other|0|1", "p|" + (last + 1) + "|" + LoadingProcess.ROWS);
      next = last + 2;
    }
    assertThat(warehouse.query("SELECT count(*), count(DISTINCT version) FROM ingest_ledger"))
        .containsExactly((next - 1) + "|" + (next - 1));
  }

  private static int last(List<Integer> told, int none) {
    return told.isEmpty() ? none : told.get(told.size() - 1);
  }

  /** Returns the versions that the process said were loaded. */
  private List<Integer> runAndKill(int first, int millis) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadingProcess.class.getName(),
                warehouse.database().host(),
                String.valueOf(warehouse.database().port()),
                warehouse.database().name(),
                warehouse.database().user(),
                TestPki.shared().ca().toString(),
                folder.toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      process
          .getOutputStream()
          .write((warehouse.database().password() + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      assertThat(out.readLine()).isEqualTo("ready");
      assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
      process.destroyForcibly().waitFor();
      return versions(out);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Integer> versions(BufferedReader out) throws IOException {
    List<Integer> versions = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      versions.add(Integer.valueOf(line));
    }
    return versions;
  }
}
