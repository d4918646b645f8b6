package dev.ingest.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is that standard output goes to. */
final class TerminalWidth {

  /** Where nobody looks, nothing is cut. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int NARROWEST = 20;
  private static final long PATIENCE_MILLIS = 500;

  /** Says nothing where standard output is no terminal, else its rows and columns, elsewhere. */
  private static final String QUESTION = "test -t 1 && stty size </dev/tty >&2";

  private TerminalWidth() {}

  /** Returns {@code $COLUMNS}, else what the terminal says, else {@link #UNLIMITED}. */
  static int columns() {
    int declared = number(System.getenv().getOrDefault("COLUMNS", ""));
    return declared == UNLIMITED ? number(lastWord(asked())) : declared;
  }

  private static String asked() {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", QUESTION);
    shell.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = shell.start();
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
      }
      process.destroyForcibly();
      return "";
    } catch (IOException noShell) {
      return ""; // as on a terminal that does not tell
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String lastWord(String text) {
    String said = text.strip();
    return said.substring(said.lastIndexOf(' ') + 1);
  }

  /** Returns a sensible width, or {@link #UNLIMITED} where the text is none. */
  static int number(String text) {
    try {
      int columns = Integer.parseInt(text.strip());
      return columns < NARROWEST ? UNLIMITED : columns;
    } catch (NumberFormatException none) {
      return UNLIMITED;
    }
  }
}
