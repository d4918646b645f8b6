package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The types that numbers are read as, each exactly or not at all. */
enum NumberType {
  DOUBLE("double"),
  FLOAT("float"),
  LONG("long"),
  INTEGER("int"),
  SHORT("short"),
  BYTE("byte"),
  BIG_INTEGER("big integer"),
  DECIMAL("decimal");

  private static final double EXACT_INTEGERS = 0x1p53;

  private final String label;

  NumberType(String label) {
    this.label = label;
  }

  /** Returns the number of a cell as a value of this type. */
  Number of(Cell cell, double value) throws CellDecodeException {
    return switch (this) {
      case DOUBLE -> value;
      case FLOAT -> single(cell, (float) value);
      case LONG -> integer(cell, value, Long.MIN_VALUE, Long.MAX_VALUE);
      case INTEGER -> (int) integer(cell, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case SHORT -> (short) integer(cell, value, Short.MIN_VALUE, Short.MAX_VALUE);
      case BYTE -> (byte) integer(cell, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case BIG_INTEGER -> BigInteger.valueOf(integer(cell, value, Long.MIN_VALUE, Long.MAX_VALUE));
      case DECIMAL -> NumberText.excelDecimal(value);
    };
  }

  /** Returns a number that a cell holds as text as a value of this type. */
  Number of(Cell cell, BigDecimal value) throws CellDecodeException {
    return switch (this) {
      case DOUBLE -> value.doubleValue();
      case FLOAT -> single(cell, value.floatValue());
      case LONG -> integer(cell, value, Long.MIN_VALUE, Long.MAX_VALUE);
      case INTEGER -> (int) integer(cell, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case SHORT -> (short) integer(cell, value, Short.MIN_VALUE, Short.MAX_VALUE);
      case BYTE -> (byte) integer(cell, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case BIG_INTEGER -> integer(cell, value);
      case DECIMAL -> value;
    };
  }

  private static float single(Cell cell, float value) throws CellDecodeException {
    if (Float.isInfinite(value)) {
      throw Refusals.of(cell, ProblemCode.OUT_OF_RANGE, "a number in the range of a float");
    }
    return value;
  }

  private static long integer(Cell cell, double value, long min, long max)
      throws CellDecodeException {
    if (value != Math.rint(value)) {
      throw Refusals.of(cell, ProblemCode.NOT_AN_INTEGER, "an integer");
    }
    if (value < min || value > max) {
      throw outOfRange(cell, min, max);
    }
    if (Math.abs(value) > EXACT_INTEGERS) {
      throw Refusals.of(
          cell,
          ProblemCode.OUT_OF_RANGE,
          "an integer that a cell holds exactly, 9007199254740992 at most",
          "enter it as text, and let the column read numbers written as text");
    }
    return (long) value;
  }

  private static long integer(Cell cell, BigDecimal value, long min, long max)
      throws CellDecodeException {
    BigInteger exact = integer(cell, value);
    if (exact.bitLength() > 63 || exact.longValue() < min || exact.longValue() > max) {
      throw outOfRange(cell, min, max);
    }
    return exact.longValue();
  }

  private static BigInteger integer(Cell cell, BigDecimal value) throws CellDecodeException {
    try {
      return value.toBigIntegerExact();
    } catch (ArithmeticException fraction) {
      throw Refusals.of(cell, ProblemCode.NOT_AN_INTEGER, "an integer");
    }
  }

  private static CellDecodeException outOfRange(Cell cell, long min, long max) {
    return Refusals.of(
        cell, ProblemCode.OUT_OF_RANGE, "an integer from %s to %s".formatted(min, max));
  }

  @Override
  public String toString() {
    return label;
  }
}
