package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM with a database server leaves behind, seen from other JVMs. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScratchDirectoryTest {

  @TempDir Path module;
  private Process jvm;

  @BeforeEach
  void makeTarget() throws IOException {
    Files.createDirectory(module.resolve("target"));
  }

  @AfterEach
  void endJvm() {
    if (jvm != null) {
      jvm.destroyForcibly();
    }
  }

  @Test
  void aLivingJvmKeepsItsFilesAndAnEndedOneLeavesNone() throws Exception {
    ProcessHandle postmaster = startServer();

    AbandonedScratch.clear(module.resolve("target").resolve("doubles"));
    assertThat(isRunning(postmaster)).isTrue();
    assertThat(doubles()).isNotEmpty();

    endOrderly();
    assertThat(isRunning(postmaster)).isFalse();
    assertThat(doubles()).isEmpty();
  }

  @Test
  void whatAKilledJvmLeavesIsClearedByTheNext() throws Exception {
    ProcessHandle orphan = startServer();
    jvm.destroyForcibly().waitFor();
    assertThat(isRunning(orphan)).as("the server outlives its JVM").isTrue();

    ProcessHandle postmaster = startServer();

    assertThat(isRunning(orphan)).isFalse();
    assertThat(isRunning(postmaster)).isTrue();
    endOrderly();
    assertThat(doubles()).isEmpty();
  }

  /** Starts a JVM with a server; returns the server's process. */
  private ProcessHandle startServer() throws IOException {
    jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName())
            .directory(module.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = jvm.inputReader(UTF_8);
    return ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
  }

  private void endOrderly() throws Exception {
    jvm.getOutputStream().close();
    assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(jvm.exitValue()).isZero();
  }

  /** Not a zombie either: in a container nobody may collect those, but they have no command. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  private List<Path> doubles() throws IOException {
    try (var files = Files.list(module.resolve("target").resolve("doubles"))) {
      return files.toList();
    }
  }

  /** Starts a server, says its process id and ends when nobody has more to say to it. */
  static final class Server {

    private Server() {}

    public static void main(String[] args) throws Exception {
      PostgresDatabase database = PostgresServer.shared().createDatabase();
      try (var admin = database.connectAsAdmin();
          var rows =
              admin
                  .createStatement()
                  .executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
        rows.next();
        System.out.println(rows.getString(1));
      }
      System.in.read();
    }
  }
}
