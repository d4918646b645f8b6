package dev.ingest.definition;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** A language as a file names it. */
final class LocaleTag {

  private LocaleTag() {}

  /**
   * Returns the locale of a tag such as {@code de-DE}.
   *
   * @throws IllegalArgumentException if it is none; {@link Locale#forLanguageTag} would take it for
   *     the locale of nowhere
   */
  static Locale parse(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException none) {
      throw new IllegalArgumentException(
          "expected a language tag such as de-DE, found \"" + tag + "\"", none);
    }
  }
}
