package dev.ingest.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that a killed process left running on the local data. */
final class OrphanedServer {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private OrphanedServer() {}

  /**
   * Stops it, if there is one. Process ids are used again, so the process is believed only if its
   * command line names the data directory.
   */
  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
      return;
    }
    ProcessHandle process = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
    if (process != null
        && process.info().commandLine().orElse("").contains(data.toString())
        && process.destroy()) {
      await(process);
    }
  }

  private static void await(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a server left behind was stopping", ended);
    } catch (ExecutionException | TimeoutException stuck) {
      throw new IOException("a server left behind, process " + process.pid() + ", keeps on", stuck);
    }
  }
}
