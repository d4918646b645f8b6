package dev.ingest.decode;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written as text: in a locale, as a percentage, with a currency. Strict: digits
 * are grouped by threes or not at all ({@code 1.23} is no German number), there is no exponent, and
 * a percentage has its sign. Immutable.
 *
 * <p>The symbols are those of the JDK's locale data. Where a locale groups by a no-break space any
 * space will do, and any apostrophe where it groups by one; a hyphen and a minus sign are the same.
 */
public final class NumberPattern {

  private final Locale locale;
  private final boolean percent;
  private final @Nullable Currency currency;
  private final WrittenDigits digits;
  private final List<String> marks;

  private NumberPattern(Locale locale, boolean percent, @Nullable Currency currency) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    this.locale = locale;
    this.percent = percent;
    this.currency = currency;
    this.digits = WrittenDigits.of(symbols, currency != null);
    this.marks =
        currency == null
            ? percent ? List.of("%") : List.of()
            : List.of(currency.getCurrencyCode(), currency.getSymbol(locale));
  }

  /** Makes a pattern of the numbers of a locale. */
  public static NumberPattern of(Locale locale) {
    return new NumberPattern(locale, false, null);
  }

  /** Returns this pattern for percentages and no amounts: {@code 12.5%} is 0.125. */
  public NumberPattern percent() {
    return new NumberPattern(locale, true, null);
  }

  /**
   * Returns this pattern for amounts and no percentages, with or without the currency's code or
   * symbol before or behind them; a negative one may stand in parentheses. No other currency is
   * taken.
   *
   * @param code as ISO 4217 has it
   * @throws IllegalArgumentException if there is no such currency
   */
  public NumberPattern currency(String code) {
    try {
      return new NumberPattern(locale, false, Currency.getInstance(code));
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "expected a currency's code such as EUR, found \"" + code + "\"", none);
    }
  }

  /** Returns whose numbers they are. */
  public Locale locale() {
    return locale;
  }

  /** Returns whether they are percentages. */
  public boolean isPercent() {
    return percent;
  }

  /** Returns the currency of amounts. */
  public Optional<Currency> currency() {
    return Optional.ofNullable(currency);
  }

  /**
   * Reads a number.
   *
   * @param text trimmed
   * @return exactly what is written, or null where it is not written so
   */
  public @Nullable BigDecimal read(String text) {
    String body = WrittenDigits.withPlainSpaces(text);
    boolean parentheses = currency != null && body.startsWith("(") && body.endsWith(")");
    if (parentheses) {
      body = Texts.trim(body.substring(1, body.length() - 1));
    }
    String marked = withoutSign(body);
    String bare = withoutMark(marked);
    String unsigned = marked.length() < body.length() ? bare : withoutSign(bare);
    boolean negative = marked.length() < body.length() || unsigned.length() < bare.length();
    BigDecimal read = negative && parentheses ? null : digits.read(unsigned);
    if (read == null || percent && bare.equals(marked)) {
      return null;
    }
    BigDecimal scaled = percent ? read.movePointLeft(2) : read;
    return negative || parentheses ? scaled.negate() : scaled;
  }

  private static String withoutSign(String text) {
    return text.startsWith("-") || text.startsWith("\u2212") ? text.substring(1) : text;
  }

  /** Returns the text without the currency's mark, or without the sign of percent, once. */
  private String withoutMark(String text) {
    for (String mark : marks) {
      if (!percent && text.startsWith(mark)) {
        return Texts.trim(text.substring(mark.length()));
      }
      if (text.endsWith(mark)) {
        return Texts.trim(text.substring(0, text.length() - mark.length()));
      }
    }
    return text;
  }

  /** Returns a number that is written so, for messages. */
  String example() {
    String number = "\"" + digits.example();
    if (percent) {
      return number + "%\"";
    }
    return currency == null ? number + '"' : number + " " + currency.getCurrencyCode() + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberPattern pattern && pattern.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return locale.hashCode();
  }

  /** Returns {@code written as in de-DE, in percent, in EUR}. */
  @Override
  public String toString() {
    return "written as in "
        + locale.toLanguageTag()
        + (percent ? ", in percent" : "")
        + (currency == null ? "" : ", in " + currency.getCurrencyCode());
  }
}
