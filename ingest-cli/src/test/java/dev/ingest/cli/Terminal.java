package dev.ingest.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged command line as a process of its own, in a folder, as a person does. */
final class Terminal {

  private static final long PATIENCE_SECONDS = 120;

  /** What a command printed and how it ended. */
  record Result(int exitCode, String out, String err) {}

  private final Path folder;
  private final List<String> program;
  private final Map<String, String> environment = new HashMap<>();

  /** Runs the packaged program. */
  Terminal(Path folder) {
    this(
        folder,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            Path.of(System.getProperty("ingest.cli.app")).resolve("*").toString(),
            "dev.ingest.cli.Main"));
  }

  /** Runs a program of one's own choice. */
  Terminal(Path folder, List<String> program) {
    this.folder = folder;
    this.program = program;
  }

  Path folder() {
    return folder;
  }

  Terminal with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command to its end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("ingest " + String.join(" ", arguments) + " does not end");
    }
    return new Result(process.exitValue(), read("out"), read("err"));
  }

  /** Starts a command; what it prints goes to the files {@code out} and {@code err}. */
  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Files.createDirectories(streams());
    builder.redirectOutput(streams().resolve("out").toFile());
    builder.redirectError(streams().resolve("err").toFile());
    return builder.start();
  }

  String read(String stream) throws IOException {
    return Files.readString(streams().resolve(stream), StandardCharsets.UTF_8);
  }

  private Path streams() {
    return folder.resolveSibling(folder.getFileName() + "-streams");
  }
}
