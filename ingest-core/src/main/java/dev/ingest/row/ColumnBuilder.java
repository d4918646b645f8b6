package dev.ingest.row;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.decode.ValueRule;
import dev.ingest.workbook.ExcelError;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Describes a column. What is not said is strict: the header of the column's name, a value in every
 * row, and the type's own decoder. What makes no sense is found when the schema is built, all of it
 * at once. Each method has an annotation for the components of records beside it. Not thread-safe.
 *
 * @param <T> the values' type
 */
public final class ColumnBuilder<T> {

  final String name;
  final Class<T> type;
  final CellRulesDraft rules = new CellRulesDraft();
  final List<SchemaMistake> mistakes = new ArrayList<>();
  @Nullable String header;
  List<String> aliases = List.of();
  @Nullable String at;
  boolean nullable;
  boolean fillMerged;
  boolean sensitive;
  @Nullable CellDecoder<T> decoder;

  @SuppressWarnings("unchecked") // a primitive type's class has the box for its argument
  ColumnBuilder(String name, Class<T> type) {
    this.name = name;
    this.type = (Class<T>) DecoderRegistry.boxed(type);
  }

  /** Says the header, where it is not the column's name. See {@link Column#header()}. */
  public ColumnBuilder<T> header(String text) {
    header = text;
    return this;
  }

  /** Says other headers that are taken for it. See {@link Column#aliases()}. */
  public ColumnBuilder<T> aliases(String... others) {
    aliases = List.of(others);
    return this;
  }

  /**
   * Reads the column by its position in the sheet, whatever its header is. See {@link Column#at()}.
   *
   * @param position letters or a number: {@code C}, or {@code 3}
   */
  public ColumnBuilder<T> at(String position) {
    at = position;
    return this;
  }

  /** Lets a value be absent, where the cell is blank. On a record: {@code @Nullable}. */
  public ColumnBuilder<T> nullable() {
    nullable = true;
    return this;
  }

  /** Reads cells by a decoder of one's own instead of the type's. */
  public ColumnBuilder<T> decoder(CellDecoder<T> own) {
    decoder = own;
    return this;
  }

  /** Takes whatever does not fit for null. See {@link Lenient}. */
  public ColumnBuilder<T> lenient() {
    rules.lenient = true;
    return this;
  }

  /** Takes these texts for null. See {@link NullTokens}. */
  public ColumnBuilder<T> nullTokens(String... tokens) {
    if (tokens.length == 0) {
      mistake("nullTokens", "expected texts, found none");
    }
    rules.nullTokens = List.of(tokens);
    return this;
  }

  /** Says what becomes of an error value. See {@link OnCellError}. */
  public ColumnBuilder<T> onError(ExcelError error, CellErrorPolicy policy) {
    rules.errors.put(error, policy);
    return this;
  }

  /** Fills merged cells. See {@link FillMerged}. */
  public ColumnBuilder<T> fillMerged() {
    fillMerged = true;
    return this;
  }

  /** Keeps the column's values out of reports. See {@link Sensitive}. */
  public ColumnBuilder<T> sensitive() {
    sensitive = true;
    return this;
  }

  /** Reads dates or times that are written as text. See {@link DatesAsText}. */
  public ColumnBuilder<T> datesAsText(String... patterns) {
    return datesAsText(Locale.ROOT, patterns);
  }

  /** Reads dates or times with names of a language. See {@link DatesAsText}. */
  public ColumnBuilder<T> datesAsText(Locale language, String... patterns) {
    if (patterns.length == 0) {
      mistake("datesAsText", "expected a pattern at least, found none");
    }
    rules.dateLocale = language;
    rules.datePatterns = List.of(patterns);
    return this;
  }

  /** Reads text like 3/4/2020. See {@link NumericDates}. */
  public ColumnBuilder<T> numericDates(DayOrder order) {
    rules.dayOrder = order;
    return this;
  }

  /** Takes a time of day off dates. See {@link TruncateTime}. */
  public ColumnBuilder<T> truncateTime() {
    rules.truncatesTime = true;
    return this;
  }

  /** Says the zone that instants are told in. See {@link Zone}. */
  public ColumnBuilder<T> zone(ZoneId zone) {
    rules.zone = zone;
    return this;
  }

  /** Reads numbers that are written as text. See {@link NumbersAsText}. */
  public ColumnBuilder<T> numbersAsText(NumberPattern pattern) {
    rules.numberPattern = pattern;
    return this;
  }

  /** Says how many digits a decimal has. See {@link Decimal}. */
  public ColumnBuilder<T> decimal(DecimalSize size) {
    rules.decimalSize = size;
    return this;
  }

  /** Reads booleans that are written as text. See {@link BooleansAsText}. */
  public ColumnBuilder<T> booleansAsText(List<String> forTrue, List<String> forFalse) {
    rules.trueTokens = List.copyOf(forTrue);
    rules.falseTokens = List.copyOf(forFalse);
    return this;
  }

  /** Says how long a text may be. See {@link MaxLength}. */
  public ColumnBuilder<T> maxLength(int length, LengthUnit unit) {
    rules.maxLength = length;
    rules.lengthUnit = unit;
    return this;
  }

  /** Says the least value. See {@link AtLeast}. */
  public ColumnBuilder<T> atLeast(T bound) {
    return value("atLeast", () -> ValueRule.atLeast(RangeBounds.comparable(bound)));
  }

  /** Says the greatest value. See {@link AtMost}. */
  public ColumnBuilder<T> atMost(T bound) {
    return value("atMost", () -> ValueRule.atMost(RangeBounds.comparable(bound)));
  }

  /** Says the form of a text by a regular expression. See {@link Matches}. */
  public ColumnBuilder<T> matches(String regex) {
    return value("matches", () -> ValueRule.matching(regex));
  }

  /** Says which texts there are. See {@link OneOf}. */
  public ColumnBuilder<T> oneOf(String... texts) {
    return value("oneOf", () -> ValueRule.oneOf(List.of(texts)));
  }

  /** Says the least value as it is written. See {@link AtLeast}. */
  public ColumnBuilder<T> atLeastText(String bound) {
    return value("atLeast", () -> ValueRule.atLeast(RangeBounds.parse(type, bound)));
  }

  /** Says the greatest value as it is written. See {@link AtMost}. */
  public ColumnBuilder<T> atMostText(String bound) {
    return value("atMost", () -> ValueRule.atMost(RangeBounds.parse(type, bound)));
  }

  private ColumnBuilder<T> value(String attribute, Supplier<ValueRule> rule) {
    try {
      rules.ask(rule.get());
    } catch (IllegalArgumentException odd) {
      mistake(attribute, String.valueOf(odd.getMessage()));
    }
    return this;
  }

  /** Notes a mistake that was found before the column is built. */
  void mistake(String attribute, String message) {
    mistakes.add(new SchemaMistake(name, attribute, message));
  }

  /** Makes the column, or adds to the mistakes and returns null. */
  @Nullable ColumnSchema<T> build(DecoderRegistry decoders, List<SchemaMistake> all) {
    int position = new ColumnChecks(this).position();
    CellRules made = new CellRules(rules);
    CellDecoder<?> base = base(decoders);
    if (base != null) {
      new RuleChecks(this, base, made).check();
    } else if (mistakes.stream().noneMatch(mistake -> mistake.attribute().isEmpty())) {
      mistake(
          "",
          "expected a type with a decoder, found %s; register one with DecoderRegistry.with"
              .formatted(type.getName()));
    }
    all.addAll(mistakes);
    return mistakes.isEmpty() && base != null
        ? new ColumnSchema<>(this, position, new ColumnDecoding<>(base, made))
        : null;
  }

  private @Nullable CellDecoder<?> base(DecoderRegistry decoders) {
    if (decoder != null) {
      return decoder;
    }
    CellDecoder<?> found = decoders.find(type).orElse(null);
    return found == null && type == Instant.class ? CellDecoders.dateTimes() : found;
  }
}
