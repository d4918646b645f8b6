package dev.ingest.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a process, waits for it and takes its time, start and end included. */
public final class ChildProcess {

  private static final List<String> JVM_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final Path folder;

  /** Keeps what processes print in a folder. */
  public ChildProcess(Path folder) {
    this.folder = folder;
  }

  /** Runs a command; one that takes longer than the limit is ended, which counts as a failure. */
  public ChildRun run(List<String> command, Duration limit)
      throws IOException, InterruptedException {
    Path out = folder.resolve("child.out");
    Path err = folder.resolve("child.err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(JVM_VARIABLES);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      int exit = ended ? process.exitValue() : -1;
      String error = ended ? Files.readString(err) : "ended after " + limit.toSeconds() + " s";
      return new ChildRun(exit, seconds, Files.readString(out), error);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
