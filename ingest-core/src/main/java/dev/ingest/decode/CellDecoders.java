package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.NumberText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/** The catalogue of decoders. All are strict; what they refuse is a problem, never a guess. */
public final class CellDecoders {

  private CellDecoders() {}

  /**
   * Text, trimmed. Numbers are their shortest decimal without exponent, dates ISO 8601, booleans
   * {@code true} and {@code false}.
   */
  public static CellDecoder<String> text() {
    return CellDecoders::textOf;
  }

  /** A double, exactly as the workbook stores it. */
  public static CellDecoder<Double> doubles() {
    return Numbers::floating;
  }

  /** A float; numbers past its range are refused. */
  public static CellDecoder<Float> floats() {
    return cell -> {
      float value = (float) Numbers.floating(cell);
      if (Float.isInfinite(value)) {
        throw Refusals.of(cell, ProblemCode.OUT_OF_RANGE, "a number in the range of a float");
      }
      return value;
    };
  }

  /** A long; fractions are refused, and so are integers past 2^53, which a cell cannot hold. */
  public static CellDecoder<Long> longs() {
    return cell -> Numbers.integer(cell, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** An int; fractions are refused. */
  public static CellDecoder<Integer> integers() {
    return cell -> (int) Numbers.integer(cell, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A short; fractions are refused. */
  public static CellDecoder<Short> shorts() {
    return cell -> (short) Numbers.integer(cell, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** A byte; fractions are refused. */
  public static CellDecoder<Byte> bytes() {
    return cell -> (byte) Numbers.integer(cell, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** A decimal at the 15 significant digits that Excel shows: 274.66, not 274.66000000000003. */
  public static CellDecoder<BigDecimal> decimals() {
    return Numbers::decimal;
  }

  /** TRUE or FALSE. */
  public static CellDecoder<Boolean> booleans() {
    return cell -> {
      if (cell.kind() == CellKind.LOGICAL) {
        return cell.logical();
      }
      throw Refusals.of(cell, ProblemCode.NOT_A_BOOLEAN, "TRUE or FALSE");
    };
  }

  /**
   * A date: a serial without time of day, or ISO 8601 text. A number without date format is taken
   * for a serial from 1950-01-01 to 2100-12-31.
   */
  public static CellDecoder<LocalDate> dates() {
    return Dates::date;
  }

  /** A date with time: a serial, or ISO 8601 text. */
  public static CellDecoder<LocalDateTime> dateTimes() {
    return Dates::dateTime;
  }

  /** A constant of an enum by its name, letter for letter. */
  public static <E extends Enum<E>> CellDecoder<E> enums(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return cell -> {
      String text = textOf(cell);
      for (E constant : constants) {
        if (constant.name().equals(text)) {
          return constant;
        }
      }
      throw Refusals.of(cell, ProblemCode.NOT_IN_SET, "one of " + constants);
    };
  }

  private static String textOf(Cell cell) throws CellDecodeException {
    return switch (cell.kind()) {
      case TEXT -> Texts.trim(cell.text());
      case NUMBER -> NumberText.plain(cell.number());
      case DATE -> dateText(cell);
      case LOGICAL -> Boolean.toString(cell.logical());
      default -> throw Refusals.of(cell, ProblemCode.NOT_TEXT, "text");
    };
  }

  private static String dateText(Cell cell) throws CellDecodeException {
    try {
      LocalDateTime at = cell.dateTime();
      boolean midnight = at.toLocalTime().toNanoOfDay() == 0;
      return midnight ? at.toLocalDate().toString() : at.toString();
    } catch (DateTimeException none) {
      throw new CellDecodeException(
          ProblemCode.BAD_SERIAL, "expected text, found " + none.getMessage(), "");
    }
  }
}
