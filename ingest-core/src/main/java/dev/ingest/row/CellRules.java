package dev.ingest.row;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.decode.ValueRule;
import dev.ingest.workbook.ExcelError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a column says of its cells beyond its type. Each rule relaxes or narrows what the type's own
 * decoder takes; without any, that is the strict default. Immutable; made by {@link ColumnBuilder},
 * which explains them one by one.
 */
public final class CellRules {

  /** No rule: the type's own decoder decides alone. */
  static final CellRules NONE = new CellRules(new CellRulesDraft());

  private final List<String> nullTokens;
  private final boolean lenient;
  private final Map<ExcelError, CellErrorPolicy> errors;
  private final List<String> datePatterns;
  private final Locale dateLocale;
  private final @Nullable DayOrder dayOrder;
  private final boolean truncatesTime;
  private final @Nullable ZoneId zone;
  private final @Nullable NumberPattern numberPattern;
  private final @Nullable DecimalSize decimalSize;
  private final List<String> trueTokens;
  private final List<String> falseTokens;
  private final int maxLength;
  private final LengthUnit lengthUnit;
  private final List<ValueRule> values;

  CellRules(CellRulesDraft draft) {
    this.nullTokens = List.copyOf(draft.nullTokens);
    this.lenient = draft.lenient;
    this.errors = Collections.unmodifiableMap(new EnumMap<>(draft.errors));
    this.datePatterns = List.copyOf(draft.datePatterns);
    this.dateLocale = draft.dateLocale;
    this.dayOrder = draft.dayOrder;
    this.truncatesTime = draft.truncatesTime;
    this.zone = draft.zone;
    this.numberPattern = draft.numberPattern;
    this.decimalSize = draft.decimalSize;
    this.trueTokens = List.copyOf(draft.trueTokens);
    this.falseTokens = List.copyOf(draft.falseTokens);
    this.maxLength = draft.maxLength;
    this.lengthUnit = draft.lengthUnit;
    this.values = List.copyOf(draft.values);
  }

  /** Returns the texts that mean absent. */
  public List<String> nullTokens() {
    return nullTokens;
  }

  /** Returns whether whatever does not fit is taken for null. */
  public boolean lenient() {
    return lenient;
  }

  /** Returns what becomes of error values, for those that have a policy of their own. */
  public Map<ExcelError, CellErrorPolicy> errors() {
    return errors;
  }

  /**
   * Returns the patterns of dates or times that are written as text, in the order they are asked.
   */
  public List<String> datePatterns() {
    return datePatterns;
  }

  /** Returns the language of names in those patterns; {@link Locale#ROOT} for none. */
  public Locale dateLocale() {
    return dateLocale;
  }

  /** Returns the order of day and month in text like 3/4/2020; absent where that is no date. */
  public Optional<DayOrder> dayOrder() {
    return Optional.ofNullable(dayOrder);
  }

  /** Returns whether a time of day is taken off. */
  public boolean truncatesTime() {
    return truncatesTime;
  }

  /** Returns the zone of dates with time that become instants. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(zone);
  }

  /** Returns how numbers are written as text; absent where text is no number. */
  public Optional<NumberPattern> numberPattern() {
    return Optional.ofNullable(numberPattern);
  }

  /** Returns precision and scale of decimals. */
  public Optional<DecimalSize> decimalSize() {
    return Optional.ofNullable(decimalSize);
  }

  /** Returns the texts that mean TRUE. */
  public List<String> trueTokens() {
    return trueTokens;
  }

  /** Returns the texts that mean FALSE. */
  public List<String> falseTokens() {
    return falseTokens;
  }

  /** Returns the greatest length of a text, in {@link #lengthUnit()}; 0 for no limit. */
  public int maxLength() {
    return maxLength;
  }

  /** Returns what the length of a text is counted in. */
  public LengthUnit lengthUnit() {
    return lengthUnit;
  }

  /** Returns what is asked of the values, in the order it is asked. */
  public List<ValueRule> values() {
    return values;
  }

  /** Returns whether there is any rule by which a cell may be null that is not blank. */
  boolean makesNulls() {
    return lenient || !nullTokens.isEmpty() || errors.containsValue(CellErrorPolicy.NULL);
  }

  private List<@Nullable Object> all() {
    return Arrays.asList(
        nullTokens,
        lenient,
        errors,
        datePatterns,
        dateLocale,
        dayOrder,
        truncatesTime,
        zone,
        numberPattern,
        decimalSize,
        trueTokens,
        falseTokens,
        maxLength,
        lengthUnit,
        values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellRules rules && rules.all().equals(all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  /** Returns the rules in words, empty where there is none: {@code "n/a" is null, lenient}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (!nullTokens.isEmpty()) {
      words.add(quoted(nullTokens) + " is null");
    }
    errors.forEach((error, policy) -> words.add(words(error, policy)));
    if (!datePatterns.isEmpty()) {
      String language = dateLocale.equals(Locale.ROOT) ? "" : " in " + dateLocale.toLanguageTag();
      words.add("text as " + quoted(datePatterns) + language);
    }
    numberPattern().ifPresent(pattern -> words.add("text " + pattern));
    dayOrder().ifPresent(order -> words.add(order.label()));
    if (!trueTokens.isEmpty() || !falseTokens.isEmpty()) {
      words.add(quoted(trueTokens) + " is true, " + quoted(falseTokens) + " is false");
    }
    decimalSize().ifPresent(size -> words.add("decimal(" + size + ")"));
    if (maxLength > 0) {
      words.add("at most " + lengthUnit.count(maxLength));
    }
    values.forEach(rule -> words.add(rule.toString()));
    zone().ifPresent(in -> words.add("zone " + in));
    if (truncatesTime) {
      words.add("time truncated");
    }
    if (lenient) {
      words.add("lenient");
    }
    return String.join(", ", words);
  }

  private static String words(ExcelError error, CellErrorPolicy policy) {
    return error.code() + (policy == CellErrorPolicy.NULL ? " is " : " ") + policy.label();
  }

  private static String quoted(List<String> texts) {
    return '"' + String.join("\" or \"", texts) + '"';
  }
}
