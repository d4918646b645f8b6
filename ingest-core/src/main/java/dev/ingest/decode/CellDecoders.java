package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * The catalogue of decoders. All are strict; what they refuse is a problem, never a guess. Those
 * without an argument are the same object each time.
 */
public final class CellDecoders {

  private CellDecoders() {}

  /** Returns the decoders of this catalogue that take no argument. */
  public static List<CellDecoder<?>> catalogue() {
    return List.of(StandardDecoder.values());
  }

  /**
   * Text, trimmed. Numbers are their shortest decimal without exponent, dates ISO 8601, booleans
   * {@code true} and {@code false}.
   */
  public static CellDecoder<String> text() {
    return StandardDecoder.TEXT.as();
  }

  /** A double, exactly as the workbook stores it. */
  public static CellDecoder<Double> doubles() {
    return StandardDecoder.DOUBLE.as();
  }

  /** A float; numbers past its range are refused. */
  public static CellDecoder<Float> floats() {
    return StandardDecoder.FLOAT.as();
  }

  /** A long; fractions are refused, and so are integers past 2^53, which a cell cannot hold. */
  public static CellDecoder<Long> longs() {
    return StandardDecoder.LONG.as();
  }

  /** An int; fractions are refused. */
  public static CellDecoder<Integer> integers() {
    return StandardDecoder.INTEGER.as();
  }

  /** A short; fractions are refused. */
  public static CellDecoder<Short> shorts() {
    return StandardDecoder.SHORT.as();
  }

  /** A byte; fractions are refused. */
  public static CellDecoder<Byte> bytes() {
    return StandardDecoder.BYTE.as();
  }

  /** A decimal at the 15 significant digits that Excel shows: 274.66, not 274.66000000000003. */
  public static CellDecoder<BigDecimal> decimals() {
    return StandardDecoder.DECIMAL.as();
  }

  /** TRUE or FALSE. */
  public static CellDecoder<Boolean> booleans() {
    return StandardDecoder.BOOLEAN.as();
  }

  /**
   * A date: a serial without time of day, or ISO 8601 text. A number without date format is taken
   * for a serial from 1950-01-01 to 2100-12-31.
   */
  public static CellDecoder<LocalDate> dates() {
    return StandardDecoder.DATE.as();
  }

  /** A date with time: a serial, or ISO 8601 text. */
  public static CellDecoder<LocalDateTime> dateTimes() {
    return StandardDecoder.DATE_TIME.as();
  }

  /** A constant of an enum by its name, letter for letter. */
  public static <E extends Enum<E>> CellDecoder<E> enums(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return cell -> {
      String text = StandardDecoder.text(cell);
      for (E constant : constants) {
        if (constant.name().equals(text)) {
          return constant;
        }
      }
      throw Refusals.of(cell, ProblemCode.NOT_IN_SET, "one of " + constants);
    };
  }
}
