package dev.ingest.row;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a rule asks of one cell of a row, before anything of the row is judged. The cell is that of
 * a column of the schema; it is looked at as it stands, whatever the column's type is. Immutable,
 * with equality; printed in the words under which rows are counted: {@code id is Total}.
 */
public sealed interface RowCondition {

  /** Returns the column whose cell is looked at. */
  String column();

  /**
   * The cell's text, trimmed, is this one, letter for letter. Numbers, dates and booleans have the
   * text that text columns read; blank cells, errors and formulas without a value have none.
   */
  static RowCondition equalTo(String column, String text) {
    return new EqualTo(column, text);
  }

  /**
   * The cell's text, trimmed, matches a regular expression from end to end; see {@link #equalTo}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RowCondition matches(String column, String regex) {
    try {
      return new Matches(column, regex, Pattern.compile(regex));
    } catch (PatternSyntaxException none) {
      throw new IllegalArgumentException(
          "expected a regular expression, found \"%s\" (%s)"
              .formatted(regex, none.getDescription()),
          none);
    }
  }

  /** The cell is blank, or holds nothing but white space. Errors and formulas are not blank. */
  static RowCondition blank(String column) {
    return new Blank(column, true);
  }

  /** The cell is anything but {@linkplain #blank blank}. */
  static RowCondition notBlank(String column) {
    return new Blank(column, false);
  }

  /**
   * The cell's number is less than a bound. Its number is that of a number cell, as decimal columns
   * read it, or of a text that is written as the column's {@link NumbersAsText} says. Other cells
   * have none, those under a date format included: no condition on their number holds.
   */
  static RowCondition below(String column, BigDecimal bound) {
    return new Below(column, bound);
  }

  /** The cell's number is greater than a bound; see {@link #below}. */
  static RowCondition above(String column, BigDecimal bound) {
    return new Above(column, bound);
  }

  /** See {@link RowCondition#equalTo}. */
  record EqualTo(String column, String text) implements RowCondition {
    @Override
    public String toString() {
      return column + " is " + text;
    }
  }

  /** See {@link RowCondition#matches}. */
  record Matches(String column, String regex, Pattern pattern) implements RowCondition {

    /** A compiled pattern has no equality of its own. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Matches matches
          && matches.column.equals(column)
          && matches.regex.equals(regex);
    }

    @Override
    public int hashCode() {
      return column.hashCode() + 31 * regex.hashCode();
    }

    @Override
    public String toString() {
      return column + " matches " + regex;
    }
  }

  /**
   * See {@link RowCondition#blank} and {@link RowCondition#notBlank}.
   *
   * @param wanted whether the cell is to be blank
   */
  record Blank(String column, boolean wanted) implements RowCondition {
    @Override
    public String toString() {
      return column + (wanted ? " is blank" : " is not blank");
    }
  }

  /** See {@link RowCondition#below}. */
  record Below(String column, BigDecimal bound) implements RowCondition {

    /** Equal numbers are equal bounds: 1.50 is 1.5. */
    public Below {
      bound = bound.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return column + " below " + written(bound);
    }
  }

  /** See {@link RowCondition#above}. */
  record Above(String column, BigDecimal bound) implements RowCondition {

    /** Equal numbers are equal bounds: 1.50 is 1.5. */
    public Above {
      bound = bound.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return column + " above " + written(bound);
    }
  }

  /** Without an exponent, where that is not for want of space. */
  private static String written(BigDecimal bound) {
    return Math.abs(bound.scale()) > 30 ? bound.toString() : bound.toPlainString();
  }
}
