package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.NumberText;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * The decoders of the catalogue that take no argument. Constants rather than lambdas: each is the
 * same object each time, so that a column can be known by its decoder, and none has to be linked at
 * a cold start.
 */
enum StandardDecoder implements CellDecoder<Object> {
  TEXT,
  DOUBLE,
  FLOAT,
  LONG,
  INTEGER,
  SHORT,
  BYTE,
  DECIMAL,
  BOOLEAN,
  DATE,
  DATE_TIME;

  @Override
  public Object decode(Cell cell) throws CellDecodeException {
    return switch (this) {
      case TEXT -> text(cell);
      case DOUBLE -> Numbers.floating(cell);
      case FLOAT -> single(cell);
      case LONG -> Numbers.integer(cell, Long.MIN_VALUE, Long.MAX_VALUE);
      case INTEGER -> (int) Numbers.integer(cell, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case SHORT -> (short) Numbers.integer(cell, Short.MIN_VALUE, Short.MAX_VALUE);
      case BYTE -> (byte) Numbers.integer(cell, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case DECIMAL -> Numbers.decimal(cell);
      case BOOLEAN -> logical(cell);
      case DATE -> Dates.date(cell);
      case DATE_TIME -> Dates.dateTime(cell);
    };
  }

  /** Returns this decoder under the type that its constant stands for. */
  @SuppressWarnings("unchecked") // each constant is asked for under its own type only
  <T> CellDecoder<T> as() {
    return (CellDecoder<T>) this;
  }

  private static float single(Cell cell) throws CellDecodeException {
    float value = (float) Numbers.floating(cell);
    if (Float.isInfinite(value)) {
      throw Refusals.of(cell, ProblemCode.OUT_OF_RANGE, "a number in the range of a float");
    }
    return value;
  }

  private static boolean logical(Cell cell) throws CellDecodeException {
    if (cell.kind() == CellKind.LOGICAL) {
      return cell.logical();
    }
    throw Refusals.of(cell, ProblemCode.NOT_A_BOOLEAN, "TRUE or FALSE");
  }

  static String text(Cell cell) throws CellDecodeException {
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
