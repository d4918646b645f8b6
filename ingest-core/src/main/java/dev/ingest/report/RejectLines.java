package dev.ingest.report;

import dev.ingest.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes {@code rejects.jsonl} while problems are found; nothing is held but one buffer. */
final class RejectLines {

  private static final int BUFFER = 64 << 10;

  private final OutputStream out;
  private final RejectJson json;
  private final long most;
  private long found;
  private @Nullable IOException failure;

  /**
   * Makes a writer.
   *
   * @param most how many problems are written; the others are counted
   */
  RejectLines(OutputStream out, RejectJson json, long most) {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.json = json;
    this.most = most;
  }

  /** Writes a problem. A disk that is full must not end the run: {@link #finish} tells of it. */
  void write(Problem problem) {
    found++;
    if (found > most || failure != null) {
      return;
    }
    try {
      out.write(json.of(problem).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException full) {
      failure = full;
    }
  }

  /**
   * Writes what is left.
   *
   * @return how many problems were found, written or not
   */
  long finish() throws IOException {
    if (failure != null) {
      throw failure;
    }
    out.flush();
    return found;
  }
}
