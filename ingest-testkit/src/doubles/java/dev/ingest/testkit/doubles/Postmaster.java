package dev.ingest.testkit.doubles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server that nobody holds a handle of, known by its data directory. */
final class Postmaster {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final ProcessHandle process;
  private final Path pidFile;

  private Postmaster(ProcessHandle process, Path pidFile) {
    this.process = process;
    this.pidFile = pidFile;
  }

  /** Stops the server that runs in {@code data}; does nothing if none does. */
  static void stop(Path data) throws IOException {
    find(data).ifPresent(Postmaster::stop);
  }

  /**
   * Reads the process id from postmaster.pid, and believes it only if that process names the
   * directory on its command line, for ids are used again. Where the command line cannot be read
   * the server is left alone: it stops by itself, within a minute of losing its postmaster.pid.
   */
  private static Optional<Postmaster> find(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.isRegularFile(pidFile)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines
          .limit(1)
          .filter(pid -> pid.matches("\\d{1,18}"))
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
          .map(process -> new Postmaster(process, pidFile));
    }
  }

  private void stop() {
    process.destroy();
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (isRunning() && System.nanoTime() < end) {
        Thread.sleep(GLANCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (isRunning()) {
      process.destroyForcibly();
    }
  }

  /**
   * The file is the better witness: in a container whose first process does not bury the dead, an
   * orphan that has ended stays alive to {@link ProcessHandle}.
   */
  private boolean isRunning() {
    return process.isAlive() && Files.exists(pidFile);
  }
}
