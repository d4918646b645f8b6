package dev.ingest.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * The catalogue of decoders. All are strict; what they refuse is a problem, never a guess. Those
 * without an argument are the same object each time. Each can be printed, and those that are
 * configured alike are equal.
 */
public final class CellDecoders {

  private static final NumberDecoder<Double> DOUBLE = new NumberDecoder<>(NumberType.DOUBLE);
  private static final NumberDecoder<Float> FLOAT = new NumberDecoder<>(NumberType.FLOAT);
  private static final NumberDecoder<Long> LONG = new NumberDecoder<>(NumberType.LONG);
  private static final NumberDecoder<Integer> INTEGER = new NumberDecoder<>(NumberType.INTEGER);
  private static final NumberDecoder<Short> SHORT = new NumberDecoder<>(NumberType.SHORT);
  private static final NumberDecoder<Byte> BYTE = new NumberDecoder<>(NumberType.BYTE);
  private static final NumberDecoder<BigInteger> BIG = new NumberDecoder<>(NumberType.BIG_INTEGER);
  private static final NumberDecoder<BigDecimal> DECIMAL = new NumberDecoder<>(NumberType.DECIMAL);
  private static final DateDecoder<LocalDate> DATE = new DateDecoder<>(false);
  private static final DateDecoder<LocalDateTime> DATE_TIME = new DateDecoder<>(true);

  private CellDecoders() {}

  /** Returns the decoders of this catalogue that take no argument. */
  public static List<CellDecoder<?>> catalogue() {
    return List.of(
        text(),
        DOUBLE,
        FLOAT,
        LONG,
        INTEGER,
        SHORT,
        BYTE,
        BIG,
        DECIMAL,
        booleans(),
        DATE,
        DATE_TIME,
        times(),
        durations());
  }

  /**
   * Text, trimmed. Numbers are their shortest decimal without exponent, dates ISO 8601, booleans
   * {@code true} and {@code false}.
   */
  public static TextDecoder text() {
    return TextDecoder.TEXT;
  }

  /** A double, exactly as the workbook stores it. */
  public static NumberDecoder<Double> doubles() {
    return DOUBLE;
  }

  /** A float; numbers past its range are refused. */
  public static NumberDecoder<Float> floats() {
    return FLOAT;
  }

  /** A long; fractions are refused, and so are integers past 2^53, which a cell cannot hold. */
  public static NumberDecoder<Long> longs() {
    return LONG;
  }

  /** An int; fractions are refused. */
  public static NumberDecoder<Integer> integers() {
    return INTEGER;
  }

  /** A short; fractions are refused. */
  public static NumberDecoder<Short> shorts() {
    return SHORT;
  }

  /** A byte; fractions are refused. */
  public static NumberDecoder<Byte> bytes() {
    return BYTE;
  }

  /** An integer as {@link #longs}; where it is written as text, of any size. */
  public static NumberDecoder<BigInteger> bigIntegers() {
    return BIG;
  }

  /** A decimal at the 15 significant digits that Excel shows: 274.66, not 274.66000000000003. */
  public static NumberDecoder<BigDecimal> decimals() {
    return DECIMAL;
  }

  /** A decimal of a size; what does not fit it is refused, or rounded where the size says so. */
  public static NumberDecoder<BigDecimal> decimals(DecimalSize size) {
    return DECIMAL.sized(size);
  }

  /** TRUE or FALSE. */
  public static BooleanDecoder booleans() {
    return BooleanDecoder.BOOLEAN;
  }

  /**
   * A date: a serial without time of day, or ISO 8601 text. A number without date format is taken
   * for a serial from 1950-01-01 to 2100-12-31.
   */
  public static DateDecoder<LocalDate> dates() {
    return DATE;
  }

  /** A date with time: a serial, or ISO 8601 text. */
  public static DateDecoder<LocalDateTime> dateTimes() {
    return DATE_TIME;
  }

  /** A time of day: a serial below 1 under a time format, or ISO 8601 text. */
  public static TimeDecoder times() {
    return TimeDecoder.TIME;
  }

  /** A length of time: a serial under a time format such as {@code [h]:mm}, or ISO 8601 text. */
  public static CellDecoder<Duration> durations() {
    return DurationDecoder.DURATION;
  }

  /**
   * A moment: a date with time in a zone, or ISO 8601 text with its offset. A time that the zone's
   * clocks skip, or show twice, is refused.
   */
  public static CellDecoder<Instant> instants(ZoneId zone) {
    return instants(zone, DATE_TIME);
  }

  /** Moments, with another decoder of dates with time. */
  public static CellDecoder<Instant> instants(ZoneId zone, DateDecoder<LocalDateTime> dateTimes) {
    return new InstantDecoder(zone, dateTimes);
  }

  /** A constant of an enum by its name, letter for letter. */
  public static <E extends Enum<E>> CellDecoder<E> enums(Class<E> type) {
    return enums(type, Enum::name);
  }

  /**
   * A constant of an enum by a label, letter for letter.
   *
   * @throws IllegalArgumentException if two constants have the same label
   */
  public static <E extends Enum<E>> CellDecoder<E> enums(Class<E> type, Function<E, String> label) {
    return EnumDecoder.of(type, label);
  }
}
