package dev.ingest.workbook.corpus;

import dev.ingest.workbook.CellValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that independent readers agree on.
 *
 * @param type {@code s}, {@code n}, {@code d}, {@code b}, {@code e}, or empty for no cell
 * @param value in the form of that type; text is escaped
 * @param serial the number behind a date, where it is known
 */
record AgreedCell(String type, String value, String serial) {

  static final AgreedCell NONE = new AgreedCell("", "", "");

  /** The type of a number that is not known exactly. */
  private static final String FEWER_DIGITS = "n~";

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-F]{4}|.)");

  /** Returns whether a cell that was read is this one; null is no cell. */
  boolean is(@Nullable CellValue found) {
    if (found == null) {
      return type.isEmpty();
    }
    if (found instanceof CellValue.Text text) {
      return type.equals("s") && unescaped(value).equals(text.value());
    }
    if (found instanceof CellValue.Numeric number) {
      return type.equals(FEWER_DIGITS) && isRoughly(Double.parseDouble(value), number.value())
          || type.equals("n") && near(Double.parseDouble(value), number.value())
          || isNumberWithoutDate() && Double.parseDouble(value) == number.value();
    }
    if (found instanceof CellValue.DateSerial date) {
      return type.equals("d")
          && (isNumberWithoutDate()
              ? Double.parseDouble(value) == date.days()
              : AgreedDate.of(value).is(date));
    }
    if (found instanceof CellValue.Logical logical) {
      return type.equals("b") && value.equals(Boolean.toString(logical.value()));
    }
    return found instanceof CellValue.ErrorValue error
        && type.equals("e")
        && value.equals(error.code().code());
  }

  /** Returns this cell; a number is known to 13 digits only. */
  AgreedCell withFewerDigits() {
    return type.equals("n") ? new AgreedCell(FEWER_DIGITS, value, serial) : this;
  }

  private static boolean isRoughly(double agreed, double found) {
    return Math.abs(agreed - found) <= 1e-13 * Math.max(1, Math.abs(agreed));
  }

  /** Returns this cell; a date is known only by the number behind it. */
  AgreedCell withNumberOfDate() {
    return type.equals("d") ? new AgreedCell("d", serial, serial) : this;
  }

  /** A number under a date format that is no date: the number must survive. */
  private boolean isNumberWithoutDate() {
    return type.equals("d") && AgreedDate.of(value).equals(AgreedDate.NONE);
  }

  private static boolean near(double agreed, double found) {
    return agreed == found || agreed != 0 && Math.abs(agreed - found) <= 2 * Math.ulp(agreed);
  }

  static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
  }

  private static String character(String escape) {
    return switch (escape.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
      default -> escape;
    };
  }
}
