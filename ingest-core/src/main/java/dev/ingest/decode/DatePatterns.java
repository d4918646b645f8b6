package dev.ingest.decode;

import dev.ingest.workbook.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of {@link DateTimeFormatter}, asked in order, each strictly: the 30th of February is no
 * date, and {@code MM} wants two digits. A {@code yyyy} without an era is taken for {@code uuuu},
 * which strictness needs; two digits of a year are of this century, 2000 to 2099.
 *
 * @param <T> what the patterns give
 */
final class DatePatterns<T extends TemporalAccessor> {

  private static final List<LocalDateTime> PROBES =
      List.of(
          LocalDate.of(2001, 2, 3).atTime(4, 5, 6),
          LocalDate.of(2012, 11, 10).atTime(13, 14, 15),
          LocalDate.of(2010, 12, 11).atTime(0, 1, 2));

  private final List<String> patterns;
  private final Locale locale;
  private final TemporalQuery<T> query;
  private final List<DateTimeFormatter> formatters = new ArrayList<>();

  /**
   * Checks the patterns.
   *
   * @param query takes the value from what was parsed
   * @throws IllegalArgumentException if there is none, or one is none, gives no whole value, needs
   *     names without a language, or reads a text as another day than one before it does
   */
  private DatePatterns(List<String> patterns, Locale locale, TemporalQuery<T> query) {
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("expected a pattern at least, found none");
    }
    this.patterns = List.copyOf(patterns);
    this.locale = locale;
    this.query = query;
    for (String pattern : patterns) {
      formatters.add(formatter(pattern));
    }
    for (int later = 1; later < formatters.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        refuseContradiction(earlier, later);
      }
    }
  }

  /** Makes patterns of dates, with a time of day or without, which is midnight. */
  static DatePatterns<LocalDateTime> ofDates(List<String> patterns, Locale locale) {
    return new DatePatterns<>(patterns, locale, DatePatterns::dateTime);
  }

  /** Makes patterns of times of day. */
  static DatePatterns<LocalTime> ofTimes(List<String> patterns, Locale locale) {
    return new DatePatterns<>(patterns, locale, LocalTime::from);
  }

  private static LocalDateTime dateTime(TemporalAccessor parsed) {
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return LocalDate.from(parsed).atTime(time == null ? LocalTime.MIDNIGHT : time);
  }

  private DateTimeFormatter formatter(String pattern) {
    String letters = DatePatternLetters.of(pattern);
    if (locale.getLanguage().isEmpty() && DatePatternLetters.hasNames(letters)) {
      throw mistake(pattern, "a language for its names, found none; declare a locale");
    }
    try {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseStrict()
              .appendPattern(DatePatternLetters.strict(pattern))
              .toFormatter(locale)
              .withResolverStyle(ResolverStyle.STRICT);
      String text = formatter.format(PROBES.get(0));
      if (!formatter.format(formatter.parse(text, query)).equals(text)) {
        throw new DateTimeException("an hour of half a day, say, that does not say which half");
      }
      return formatter;
    } catch (IllegalArgumentException none) {
      throw mistake(pattern, "a pattern of java.time, found: " + none.getMessage());
    } catch (DateTimeException partial) {
      throw mistake(pattern, "a whole date or time, found one with parts missing");
    }
  }

  private void refuseContradiction(int earlier, int later) {
    for (LocalDateTime probe : PROBES) {
      String text = formatters.get(later).format(probe);
      T meant = read(formatters.get(later), text);
      T read = read(formatters.get(earlier), text);
      if (read != null && !read.equals(meant)) {
        throw mistake(
            patterns.get(later),
            "to agree with \"%s\" before it, found \"%s\" read as %s by one and %s by the other"
                .formatted(patterns.get(earlier), text, meant, read));
      }
    }
  }

  private static IllegalArgumentException mistake(String pattern, String expected) {
    return new IllegalArgumentException(
        "the pattern \"%s\": expected %s".formatted(pattern, expected));
  }

  /** Returns what the first pattern that fits gives, or null where none does. */
  @Nullable T read(String text) {
    for (DateTimeFormatter formatter : formatters) {
      T read = read(formatter, text);
      if (read != null) {
        return read;
      }
    }
    return null;
  }

  /** Tells which patterns were asked, up to the first that fits. */
  List<DecodeStep> steps(Cell cell, String text) {
    List<DecodeStep> steps = new ArrayList<>();
    for (int i = 0; i < formatters.size(); i++) {
      T read = read(formatters.get(i), text);
      steps.add(DecodeStep.tried("pattern " + patterns.get(i), cell, read));
      if (read != null) {
        break;
      }
    }
    return steps;
  }

  private @Nullable T read(DateTimeFormatter formatter, String text) {
    try {
      return formatter.parse(text, query);
    } catch (DateTimeException other) {
      return null;
    }
  }

  /** Returns a date that is written by the first pattern, for messages. */
  String example() {
    LocalDateTime shown = LocalDate.of(2020, 2, 1).atTime(LocalTime.of(19, 0));
    return '"' + formatters.get(0).format(shown) + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatePatterns<?> dates
        && dates.patterns.equals(patterns)
        && dates.locale.equals(locale);
  }

  @Override
  public int hashCode() {
    return patterns.hashCode();
  }

  /** Returns {@code written dd.MM.yyyy or d. MMMM yyyy in de}. */
  @Override
  public String toString() {
    String language = locale.equals(Locale.ROOT) ? "" : " in " + locale.toLanguageTag();
    return "written " + String.join(" or ", patterns) + language;
  }
}
