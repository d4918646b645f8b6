package dev.ingest.row;

import dev.ingest.decode.BooleanDecoder;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DateDecoder;
import dev.ingest.decode.NumberDecoder;
import dev.ingest.decode.TextDecoder;
import dev.ingest.decode.Texts;
import dev.ingest.decode.TimeDecoder;
import dev.ingest.decode.ValueRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Finds what makes no sense in the rules of one column: rules of other types, and odd values.
 * Loops, since most columns have no rules, and a lambda takes a millisecond to link at a start.
 */
final class RuleChecks {

  private final ColumnBuilder<?> column;
  private final CellDecoder<?> base;
  private final CellRules rules;

  RuleChecks(ColumnBuilder<?> column, CellDecoder<?> base, CellRules rules) {
    this.column = column;
    this.base = base;
    this.rules = rules;
  }

  void check() {
    fits();
    ranges();
    nulls();
    values();
  }

  private void fits() {
    boolean dates = base instanceof DateDecoder<?>;
    boolean instants = column.type == Instant.class;
    boolean decimals = base.equals(CellDecoders.decimals()) && column.type == BigDecimal.class;
    boolean booleans = !rules.trueTokens().isEmpty() || !rules.falseTokens().isEmpty();
    fits("datesAsText", !rules.datePatterns().isEmpty(), dates || base instanceof TimeDecoder);
    fits("numericDates", rules.dayOrder().isPresent(), dates);
    fits("truncateTime", rules.truncatesTime(), dates && !instants);
    fits("zone", rules.zone().isPresent(), dates && instants);
    fits("numbersAsText", rules.numberPattern().isPresent(), base instanceof NumberDecoder<?>);
    fits("decimal", rules.decimalSize().isPresent(), decimals);
    fits("booleansAsText", booleans, base instanceof BooleanDecoder);
    fits("maxLength", rules.maxLength() != 0, base instanceof TextDecoder);
    for (ValueRule rule : rules.values()) {
      fits(rule);
    }
    if (instants && dates && rules.zone().isEmpty() && !hasMistake("zone")) {
      column.mistake("zone", "expected a zone, found none; a cell's time has no zone of its own");
    }
  }

  private boolean hasMistake(String attribute) {
    for (SchemaMistake mistake : column.mistakes) {
      if (mistake.attribute().equals(attribute)) {
        return true;
      }
    }
    return false;
  }

  private void fits(String rule, boolean declared, boolean fitting) {
    if (declared && !fitting) {
      column.mistake(
          rule,
          "expected a type that the rule %s is for, found %s"
              .formatted(rule, column.type.getSimpleName()));
    }
  }

  private void fits(ValueRule rule) {
    boolean texts = column.type == String.class;
    if (rule instanceof ValueRule.Matching) {
      fits("matches", true, texts);
    } else if (rule instanceof ValueRule.OneOf) {
      fits("oneOf", true, texts);
    }
  }

  private void ranges() {
    Comparable<?> least = null;
    for (ValueRule rule : rules.values()) {
      if (rule instanceof ValueRule.AtLeast from) {
        least = from.bound();
      }
    }
    for (ValueRule rule : rules.values()) {
      if (least != null && rule instanceof ValueRule.AtMost to && !to.holds(least)) {
        column.mistake(
            "atMost",
            "expected a greatest value of at least %s, found %s".formatted(least, to.bound()));
      }
    }
  }

  private void nulls() {
    if (rules.makesNulls() && !column.nullable) {
      column.mistake(
          "nullable",
          "expected a nullable column, found a required one with a rule that makes nulls (%s); make it nullable"
              .formatted(rules));
    }
    tokens(rules.nullTokens());
  }

  private void tokens(List<String> tokens) {
    boolean blank = false;
    List<String> twice = new ArrayList<>();
    for (String token : tokens) {
      blank |= Texts.trim(token).isEmpty();
      if (rules.trueTokens().contains(token) || rules.falseTokens().contains(token)) {
        twice.add(token);
      }
    }
    if (blank) {
      column.mistake(
          "nullTokens", "expected texts, found a blank one; blank cells are null anyway");
    }
    if (!twice.isEmpty()) {
      column.mistake("nullTokens", "expected texts that are no booleans, found " + twice);
    }
    if (new HashSet<>(tokens).size() < tokens.size()) {
      column.mistake("nullTokens", "expected different texts, found " + tokens);
    }
  }

  /** Asks for each pattern alone, and then for all of them together. */
  private void values() {
    List<String> patterns = rules.datePatterns();
    int before = column.mistakes.size();
    if (patterns.size() > 1) {
      for (String pattern : patterns) {
        value(withPatterns(List.of(pattern)));
      }
    }
    if (column.mistakes.size() == before) {
      value(rules);
    }
  }

  private CellRules withPatterns(List<String> patterns) {
    CellRulesDraft draft = new CellRulesDraft();
    draft.datePatterns = patterns;
    draft.dateLocale = rules.dateLocale();
    return new CellRules(draft);
  }

  private void value(CellRules asked) {
    try {
      new ColumnDecoding<>(base, asked).decoder(null);
    } catch (IllegalArgumentException odd) {
      column.mistake(attribute(), String.valueOf(odd.getMessage()));
    }
  }

  /** No type takes two rules whose values can be odd, so the type tells which one it was. */
  private String attribute() {
    if (base instanceof BooleanDecoder) {
      return "booleansAsText";
    }
    return base instanceof TextDecoder ? "maxLength" : "datesAsText";
  }
}
