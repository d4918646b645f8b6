package dev.ingest.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A type that a column of a file can have.
 *
 * @param type its class
 * @param parser makes a value of it of how a file writes it; refuses what is none
 * @param <T> its class
 */
record ColumnType<T>(Class<T> type, Function<String, T> parser) {

  private static final Map<String, ColumnType<?>> ALL = all();

  /** Returns the types by their names. */
  static Map<String, ColumnType<?>> byName() {
    return ALL;
  }

  private static Map<String, ColumnType<?>> all() {
    Map<String, ColumnType<?>> all = new LinkedHashMap<>();
    all.put("text", new ColumnType<>(String.class, text -> text));
    all.put("byte", new ColumnType<>(Byte.class, Byte::valueOf));
    all.put("short", new ColumnType<>(Short.class, Short::valueOf));
    all.put("integer", new ColumnType<>(Integer.class, Integer::valueOf));
    all.put("long", new ColumnType<>(Long.class, Long::valueOf));
    all.put("bigInteger", new ColumnType<>(BigInteger.class, BigInteger::new));
    all.put("float", new ColumnType<>(Float.class, Float::valueOf));
    all.put("double", new ColumnType<>(Double.class, Double::valueOf));
    all.put("decimal", new ColumnType<>(BigDecimal.class, BigDecimal::new));
    all.put("boolean", new ColumnType<>(Boolean.class, ColumnType::flag));
    all.put("date", new ColumnType<>(LocalDate.class, LocalDate::parse));
    all.put("dateTime", new ColumnType<>(LocalDateTime.class, LocalDateTime::parse));
    all.put("time", new ColumnType<>(LocalTime.class, LocalTime::parse));
    all.put("instant", new ColumnType<>(Instant.class, Instant::parse));
    all.put("duration", new ColumnType<>(Duration.class, Duration::parse));
    return all;
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return Boolean.valueOf(text);
  }
}
