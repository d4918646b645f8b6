package dev.ingest.proposal;

import java.util.Locale;
import java.util.Set;

/**
 * Words that people write where a value is absent. They are looked for among numbers, dates and the
 * like, and in no column of texts: "NA" is also Namibia.
 */
final class Absences {

  private static final Set<String> WORDS =
      Set.of(
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          ".",
          "..",
          "...",
          "\u2026",
          "?",
          "/",
          "n/a",
          "#n/a",
          "na",
          "n.a.",
          "n.a",
          "nan",
          "nil",
          "none",
          "null",
          "(null)",
          "(blank)",
          "(none)",
          "\\n",
          "k.a.",
          "k. a.",
          "n.v.",
          "n.d.",
          "s.o.",
          "tba",
          "tbc",
          "tbd",
          "unknown",
          "missing",
          "not available",
          "not applicable");

  private Absences() {}

  /** Returns whether a trimmed text is one of them, in upper or lower case. */
  static boolean contains(String text) {
    return text.length() <= 14 && WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}
