package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The local database: it asks for its password, waits its turn, and survives a killed command. */
class LocalDatabaseIT {

  private static final Path EXAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.xlsx");

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void isServedWithAPasswordAndSurvivesAKilledCommand(@TempDir Path temp) throws Exception {
    Path folder = Files.createDirectories(temp.resolve("work"));
    Terminal terminal = new Terminal(folder);
    assertThat(terminal.run("load", EXAMPLE.toString()).exitCode()).isZero();

    Process served = terminal.start("sql", "--serve");
    Process waiting = null;
    try {
      String line = await(terminal, "out", "psql -h", served);
      String url = "jdbc:postgresql://127.0.0.1:%s/ingest".formatted(port(line));
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guessed"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      try (Connection open = DriverManager.getConnection(url, "postgres", password(folder))) {
        assertThat(open.isValid(5)).isTrue();
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pgpass(folder))))
          .isEqualTo("rw-------");

      Terminal other = new Terminal(folder);
      waiting = other.start("sql", "select count(*) from metrics");
      await(other, "err", "waiting for another ingest that uses", waiting);
      served.destroyForcibly().waitFor();

      assertThat(waiting.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(other.read("out")).isEqualTo("count\n4\n(1 row)\n");
    } finally {
      served.destroyForcibly();
      if (waiting != null) {
        waiting.destroyForcibly();
      }
    }
  }

  /** Reads what a running command prints until it has printed this; the timeout ends it. */
  private static String await(Terminal terminal, String stream, String wanted, Process process)
      throws IOException {
    String text = terminal.read(stream);
    while (!text.contains(wanted)) {
      assertThat(process.isAlive()).as("it runs; it printed: " + text).isTrue();
      Thread.onSpinWait();
      text = terminal.read(stream);
    }
    return text;
  }

  private static String port(String line) {
    return line.replaceAll("(?s).* -p (\\d+) .*", "$1");
  }

  private static Path pgpass(Path folder) {
    return folder.resolve(".ingest/pgpass");
  }

  private static String password(Path folder) throws IOException {
    return Files.readString(pgpass(folder)).strip().replaceAll(".*:", "");
  }
}
