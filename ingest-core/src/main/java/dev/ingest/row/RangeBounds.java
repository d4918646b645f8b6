package dev.ingest.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;

/** Reads the least and the greatest value of a column as annotations and files write them. */
final class RangeBounds {

  private static final Map<Class<?>, Function<String, Comparable<?>>> PARSERS =
      Map.ofEntries(
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(Short.class, Short::valueOf),
          Map.entry(Byte.class, Byte::valueOf),
          Map.entry(Double.class, Double::valueOf),
          Map.entry(Float.class, Float::valueOf),
          Map.entry(BigDecimal.class, BigDecimal::new),
          Map.entry(BigInteger.class, BigInteger::new),
          Map.entry(LocalDate.class, LocalDate::parse),
          Map.entry(LocalDateTime.class, LocalDateTime::parse),
          Map.entry(LocalTime.class, LocalTime::parse),
          Map.entry(Instant.class, Instant::parse),
          Map.entry(Duration.class, Duration::parse));

  private RangeBounds() {}

  /**
   * Reads a bound.
   *
   * @throws IllegalArgumentException if the type has no range, or the text is no value of it
   */
  static Comparable<?> parse(Class<?> type, String text) {
    Function<String, Comparable<?>> parser = PARSERS.get(type);
    if (parser == null) {
      throw new IllegalArgumentException(
          "expected a type that has a range, found " + type.getSimpleName());
    }
    try {
      return parser.apply(text);
    } catch (NumberFormatException | DateTimeException none) {
      throw new IllegalArgumentException(
          "expected a value of the type %s, found \"%s\"".formatted(type.getSimpleName(), text),
          none);
    }
  }

  /**
   * Takes a value for a bound.
   *
   * @throws IllegalArgumentException if its type has no order
   */
  static Comparable<?> comparable(Object bound) {
    if (bound instanceof Comparable<?> comparable) {
      return comparable;
    }
    throw new IllegalArgumentException(
        "expected a type that has a range, found " + bound.getClass().getSimpleName());
  }
}
