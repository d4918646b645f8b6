package dev.ingest.row;

import dev.ingest.decode.BooleanDecoder;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DateDecoder;
import dev.ingest.decode.DayOrderFinding;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.NumberDecoder;
import dev.ingest.decode.TextDecoder;
import dev.ingest.decode.TimeDecoder;
import dev.ingest.decode.ValueRule;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column's decoder of its type's own and of its rules, always in the same order: what text
 * means, limits, what is asked of values, tokens, leniency, and last what becomes of error values,
 * which holds whatever the others do.
 *
 * @param base the type's own decoder, or the column's
 * @param <T> the values' type
 */
record ColumnDecoding<T>(CellDecoder<?> base, CellRules rules) {

  /**
   * Returns the decoder.
   *
   * @param finding the order of day and month that was found in the cells, or null
   * @throws IllegalArgumentException if a rule makes no sense; {@link RuleChecks} finds all of them
   */
  CellDecoder<T> decoder(@Nullable DayOrderFinding finding) {
    CellDecoder<T> decoder = typed(finding);
    if (!rules.values().isEmpty()) {
      decoder = decoder.where(rules.values().toArray(new ValueRule[0]));
    }
    if (!rules.nullTokens().isEmpty()) {
      decoder = decoder.absentWhen(rules.nullTokens().toArray(new String[0]));
    }
    if (rules.lenient()) {
      decoder = decoder.lenient();
    }
    for (Map.Entry<ExcelError, CellErrorPolicy> error : rules.errors().entrySet()) {
      decoder = decoder.onError(error.getKey(), error.getValue());
    }
    return decoder;
  }

  @SuppressWarnings("unchecked") // no rule changes the type of a decoder, but for the zone's
  private CellDecoder<T> typed(@Nullable DayOrderFinding finding) {
    if (base instanceof DateDecoder<?> dates) {
      DateDecoder<?> ruled = ruled(dates, finding);
      return (CellDecoder<T>)
          (rules.zone().isPresent()
              ? CellDecoders.instants(rules.zone().get(), (DateDecoder<LocalDateTime>) ruled)
              : ruled);
    }
    return (CellDecoder<T>) ruled(base);
  }

  private DateDecoder<?> ruled(DateDecoder<?> dates, @Nullable DayOrderFinding finding) {
    DateDecoder<?> ruled = dates;
    if (!rules.datePatterns().isEmpty()) {
      ruled = ruled.withPattern(rules.dateLocale(), datePatterns());
    }
    if (rules.dayOrder().isPresent()) {
      ruled =
          finding == null
              ? ruled.withDayOrder(rules.dayOrder().get())
              : ruled.withDayOrder(finding);
    }
    return rules.truncatesTime() ? ruled.truncatingTime() : ruled;
  }

  private CellDecoder<?> ruled(CellDecoder<?> decoder) {
    if (decoder instanceof NumberDecoder<?> numbers) {
      DecimalSize size = rules.decimalSize().orElse(null);
      NumberDecoder<?> sized = size == null ? numbers : CellDecoders.decimals(size);
      return rules.numberPattern().isPresent()
          ? sized.withPattern(rules.numberPattern().get())
          : sized;
    }
    if (decoder instanceof TimeDecoder times && !rules.datePatterns().isEmpty()) {
      return times.withPattern(rules.dateLocale(), datePatterns());
    }
    if (decoder instanceof BooleanDecoder booleans && hasBooleanTokens()) {
      return booleans.withTokens(rules.trueTokens(), rules.falseTokens());
    }
    if (decoder instanceof TextDecoder texts && rules.maxLength() != 0) {
      return texts.withMaxLength(rules.maxLength(), rules.lengthUnit());
    }
    return decoder;
  }

  private boolean hasBooleanTokens() {
    return !rules.trueTokens().isEmpty() || !rules.falseTokens().isEmpty();
  }

  private String[] datePatterns() {
    return rules.datePatterns().toArray(new String[0]);
  }
}
