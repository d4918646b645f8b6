package dev.ingest.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that stays: it says one line when it is ready, then answers each line with a line, and
 * ends when nothing more can come. Not thread-safe.
 */
public final class OrderedProcess implements AutoCloseable {

  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;
  private final String greeting;
  private final Path errors;

  private OrderedProcess(Process process, Path errors) throws IOException {
    this.process = process;
    this.errors = errors;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.greeting = answer();
  }

  static OrderedProcess start(List<String> command, Path errors) throws IOException {
    return new OrderedProcess(
        new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  /** Returns what it said when it was ready. */
  public String greeting() {
    return greeting;
  }

  /**
   * Gives an order and waits for its answer.
   *
   * @throws IOException if it ended instead
   */
  public String order(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
    return answer();
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("expected an answer, found that the process ended; see " + errors);
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    orders.close();
    boolean interrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException again) {
        interrupted = true;
        process.destroy();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
