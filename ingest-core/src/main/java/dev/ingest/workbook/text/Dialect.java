package dev.ingest.workbook.text;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a text is parted.
 *
 * @param hinted whether the first line is Excel's hint {@code sep=;}, which is no row
 */
record Dialect(char delimiter, boolean hinted) {

  private static final int SAMPLE = 64 << 10;
  private static final String HINT = "sep=";

  /** Finds the dialect; a declared delimiter goes before all else. */
  static Dialect of(TextSource source, Optional<Character> declared) {
    Sample sample = Sample.of(source);
    Character hint = hint(sample.text());
    if (hint != null || declared.isPresent()) {
      try (Records probe = new Records(source.name(), new StringReader(""), ',')) {
        probe.next(); // so that a missing library is found here
      }
      return new Dialect(declared.orElse(hint == null ? ',' : hint), hint != null);
    }
    return new Dialect(Delimiters.find(source.name(), sample), false);
  }

  private static @Nullable Character hint(String text) {
    int at = HINT.length();
    boolean hinted =
        text.length() > at
            && text.regionMatches(true, 0, HINT, 0, at)
            && (text.length() == at + 1
                || text.charAt(at + 1) == '\n'
                || text.charAt(at + 1) == '\r');
    return hinted ? text.charAt(at) : null;
  }

  /**
   * The beginning of a text.
   *
   * @param whole whether it is all of it
   */
  record Sample(String text, boolean whole) {

    static Sample of(TextSource source) {
      char[] chars = new char[SAMPLE];
      int length = 0;
      try (StrictReader reader = source.open()) {
        int count = reader.read(chars, 0, SAMPLE);
        while (count > 0) {
          length += count;
          reader.recordEnded();
          count = reader.read(chars, length, SAMPLE - length);
        }
      }
      return new Sample(new String(chars, 0, length), length < SAMPLE);
    }
  }
}
