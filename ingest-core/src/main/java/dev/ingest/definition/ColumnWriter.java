package dev.ingest.definition;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.decode.ValueRule;
import dev.ingest.naming.YamlScalar;
import dev.ingest.row.CellRules;
import dev.ingest.row.ColumnSchema;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ExcelError;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a column as {@link ColumnReader} reads it. What it cannot say is found by reading. */
final class ColumnWriter {

  private final ColumnSchema<?> column;
  private final CellRules rules;
  private final SectionText section = new SectionText();

  ColumnWriter(ColumnSchema<?> column) {
    this.column = column;
    this.rules = column.rules();
  }

  /**
   * Writes the column.
   *
   * @param type its type's name in files
   */
  SectionText write(String type) {
    section.text("name", column.name()).with("type", type);
    place();
    section.flag("nullable", column.nullable()).flag("lenient", rules.lenient() || isLenient());
    section.texts("nullTokens", rules.nullTokens());
    errors(rules.errors());
    dates();
    rules.numberPattern().ifPresent(this::numbers);
    rules.decimalSize().ifPresent(this::decimal);
    if (!rules.trueTokens().isEmpty() || !rules.falseTokens().isEmpty()) {
      SectionText texts = new SectionText();
      texts.with("yes", YamlScalar.of(rules.trueTokens()));
      texts.with("no", YamlScalar.of(rules.falseTokens()));
      section.with("booleansAsText", texts.flow());
    }
    if (rules.maxLength() > 0) {
      boolean characters = rules.lengthUnit() == LengthUnit.CHARACTERS;
      section.with(characters ? "maxLength" : "maxBytes", Integer.toString(rules.maxLength()));
    }
    rules.values().forEach(this::value);
    return section.flag("fillMerged", column.fillMerged()).flag("sensitive", column.sensitive());
  }

  private void place() {
    if (!column.header().equals(column.name())) {
      section.text("header", column.header());
    }
    section.texts("aliases", column.aliases());
    column.position().ifPresent(at -> section.text("at", CellAddress.columnName(at)));
  }

  /** A column that was made of a decoder has no rules; of those there are, leniency is common. */
  private boolean isLenient() {
    return DecoderRegistry.standard()
        .find(column.type())
        .filter(standard -> standard.lenient().equals(column.decoder()))
        .isPresent();
  }

  private void errors(Map<ExcelError, CellErrorPolicy> errors) {
    SectionText policies = new SectionText();
    errors.forEach(
        (error, policy) ->
            policies.with(YamlScalar.of(error.code()), Words.of(policy, ColumnReader.POLICIES)));
    if (!policies.isEmpty()) {
      section.with("onError", policies.flow());
    }
  }

  private void dates() {
    List<String> patterns = rules.datePatterns();
    if (!patterns.isEmpty() && rules.dateLocale().equals(Locale.ROOT)) {
      section.texts("datesAsText", patterns);
    } else if (!patterns.isEmpty()) {
      SectionText dates = new SectionText().texts("patterns", patterns);
      section.with("datesAsText", dates.text("locale", tag(rules.dateLocale())).flow());
    }
    rules
        .dayOrder()
        .ifPresent(order -> section.with("numericDates", Words.of(order, ColumnReader.ORDERS)));
    section.flag("truncateTime", rules.truncatesTime());
    rules.zone().ifPresent(zone -> section.text("zone", zone.getId()));
  }

  private void numbers(NumberPattern pattern) {
    SectionText numbers = new SectionText().text("locale", tag(pattern.locale()));
    numbers.flag("percent", pattern.isPercent());
    pattern.currency().ifPresent(currency -> numbers.text("currency", currency.getCurrencyCode()));
    boolean plain = !pattern.isPercent() && pattern.currency().isEmpty();
    section.with("numbersAsText", plain ? YamlScalar.of(tag(pattern.locale())) : numbers.flow());
  }

  private static String tag(Locale locale) {
    return locale.toLanguageTag();
  }

  private void decimal(DecimalSize size) {
    SectionText decimal = new SectionText();
    decimal.with("precision", Integer.toString(size.precision()));
    decimal.with("scale", Integer.toString(size.scale()));
    if (size.rounding() != RoundingMode.UNNECESSARY) {
      decimal.with("rounding", Words.of(size.rounding(), ColumnReader.ROUNDINGS));
    }
    section.with("decimal", decimal.flow());
  }

  private void value(ValueRule rule) {
    if (rule instanceof ValueRule.AtLeast least) {
      section.value("atLeast", least.bound().toString());
    } else if (rule instanceof ValueRule.AtMost most) {
      section.value("atMost", most.bound().toString());
    } else if (rule instanceof ValueRule.Matching matching) {
      section.text("matches", matching.regex());
    } else if (rule instanceof ValueRule.OneOf oneOf) {
      section.texts("oneOf", oneOf.texts());
    }
  }
}
