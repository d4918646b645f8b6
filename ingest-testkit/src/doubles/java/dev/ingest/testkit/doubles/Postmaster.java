package dev.ingest.testkit.doubles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A PostgreSQL server that nobody holds a handle of, known by its data directory. */
final class Postmaster {

  private static final long STOP_SECONDS = 5;

  private Postmaster() {}

  /** Stops the server that runs in {@code data}; does nothing if none does. */
  static void stop(Path data) throws IOException {
    find(data).ifPresent(Postmaster::stop);
  }

  /**
   * Reads the process id from postmaster.pid, and believes it only if that process names the
   * directory on its command line, for ids are used again. Where the command line cannot be read
   * the server is left alone: it stops by itself, within a minute of losing its postmaster.pid.
   */
  private static Optional<ProcessHandle> find(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines
          .limit(1)
          .filter(pid -> pid.matches("\\d{1,18}"))
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    }
  }

  private static void stop(ProcessHandle postmaster) {
    postmaster.destroy();
    try {
      postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      postmaster.destroyForcibly();
    } catch (InterruptedException e) {
      postmaster.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
