package dev.ingest.bench.measure;

import java.util.Optional;

/**
 * One run of a process.
 *
 * @param exit its exit code; -1 if it had to be ended
 * @param wallSeconds from before its start to after its end
 * @param out what it printed
 * @param err what it printed as errors
 */
public record ChildRun(int exit, double wallSeconds, String out, String err) {

  /** Returns what it used up, if it said so. */
  public Optional<ProcessUsage> usage() {
    return ProcessUsage.in(out);
  }

  /** Returns what went wrong, in one line; nothing if all went well. */
  public Optional<String> failure() {
    if (exit == 0) {
      return Optional.empty();
    }
    String first = err.lines().filter(line -> !line.isBlank()).findFirst().orElse("no message");
    return Optional.of("exit " + exit + ": " + first);
  }
}
