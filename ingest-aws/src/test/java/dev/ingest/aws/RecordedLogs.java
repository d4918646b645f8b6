package dev.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;

/**
 * All that is logged, at any level, by way of SLF4J (the SDK) and {@code java.util.logging} (the
 * driver), and what is printed, while it is open. One at a time.
 */
final class RecordedLogs implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");
  private static volatile @Nullable RecordedLogs open;

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Queue<String> details = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final @Nullable Level level = ROOT.getLevel();
  private final Handler[] handlers = ROOT.getHandlers();
  private final Handler recorder = new Recorder();

  RecordedLogs() {
    for (Handler handler : handlers) {
      ROOT.removeHandler(handler); // else FINEST goes to the console
    }
    ROOT.addHandler(recorder);
    ROOT.setLevel(Level.ALL);
    PrintStream copy = new PrintStream(printed, true, UTF_8);
    System.setOut(copy);
    System.setErr(copy);
    open = this;
  }

  static boolean isOpen() {
    return open != null;
  }

  /** Takes a message; details are what programs leave out unless they are asked for them. */
  static void add(
      boolean detail, String message, Object @Nullable [] arguments, @Nullable Throwable thrown) {
    RecordedLogs logs = open;
    if (logs != null) {
      (detail ? logs.details : logs.lines)
          .add(
              message
                  + Arrays.toString(arguments)
                  + (thrown == null ? "" : Throwables.getStackTrace(thrown)));
    }
  }

  /** Returns what is logged at DEBUG and below. */
  String details() {
    return String.join("\n", details);
  }

  /** Returns what is printed, and logged at INFO and above. */
  String text() {
    return String.join("\n", lines) + "\n" + printed.toString(UTF_8);
  }

  @Override
  public void close() {
    open = null;
    System.setOut(out);
    System.setErr(err);
    ROOT.setLevel(level);
    ROOT.removeHandler(recorder);
    for (Handler handler : handlers) {
      ROOT.addHandler(handler);
    }
  }

  private static final class Recorder extends Handler {

    @Override
    public void publish(LogRecord record) {
      add(
          record.getLevel().intValue() < Level.INFO.intValue(),
          record.getMessage(),
          record.getParameters(),
          record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
