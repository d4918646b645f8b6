package dev.ingest.proposal;

import dev.ingest.workbook.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the numbers of a column have in common: whether all are integers, how large they are, how
 * many digits they have. Not thread-safe.
 */
final class NumberSurvey {

  /** Digits that a {@code numeric} of PostgreSQL and of Redshift both have. */
  private static final int MOST_DIGITS = 38;

  private static final double EXACT_INTEGERS = 0x1p53;
  private static final double QUICK = 1e15;

  /** A double that needs all of its 15 sure digits, and then some, was not typed by anybody. */
  private static final int MANY_DIGITS = 14;

  private final Sightings beyond;
  private boolean integers = true;
  private boolean ints = true;
  private boolean longs = true;
  private int before;
  private int behind;

  NumberSurvey(ColumnPlace place) {
    this.beyond = new Sightings(place);
  }

  /** Looks at a number cell. */
  void look(double value, int row) {
    if (value == Math.rint(value) && Math.abs(value) < QUICK) {
      quick((long) value);
      return;
    }
    BigDecimal shown = NumberText.excelDecimal(value);
    boolean inexact = shown.doubleValue() != value && shown.precision() >= MANY_DIGITS;
    if (inexact) {
      beyond.see(row);
    }
    digits(shown);
    integers &= value == Math.rint(value);
    ints = false;
    longs &= Math.abs(value) <= EXACT_INTEGERS;
  }

  private void quick(long value) {
    ints &= value == (int) value;
    int digits = 0;
    for (long rest = value; rest != 0; rest /= 10) {
      digits++;
    }
    before = Math.max(before, digits);
  }

  /** Looks at a number that is written as text, which has all digits that are written. */
  void look(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    digits(value);
    boolean integer = stripped.scale() <= 0;
    integers &= integer;
    if (integer) {
      BigInteger exact = stripped.toBigInteger();
      ints &= exact.bitLength() < Integer.SIZE;
      longs &= exact.bitLength() < Long.SIZE;
    }
  }

  private void digits(BigDecimal value) {
    before = Math.max(before, value.precision() - value.scale());
    behind = Math.max(behind, value.scale());
  }

  /** Adds what another survey of this column found. */
  void add(NumberSurvey other) {
    integers &= other.integers;
    ints &= other.ints;
    longs &= other.longs;
    before = Math.max(before, other.before);
    behind = Math.max(behind, other.behind);
  }

  /**
   * Returns the type: an integer that holds all of them, else a decimal; a double only where there
   * are more digits than a cell, or a decimal of a database, holds exactly. Byte and short are not
   * asked: they would refuse what the next file brings.
   */
  ProposedType type() {
    if (integers && longs) {
      return ints ? ProposedType.INTEGER : ProposedType.LONG;
    }
    return beyond.any() || digits() > MOST_DIGITS ? ProposedType.DOUBLE : ProposedType.DECIMAL;
  }

  /** Returns the cells whose numbers have more digits than a cell holds for sure. */
  Sightings beyond() {
    return beyond;
  }

  /** Returns how many digits a decimal needs in all. */
  int digits() {
    return Math.max(1, before + behind);
  }

  /** Returns how many digits a decimal needs behind the point. */
  int scale() {
    return behind;
  }
}
