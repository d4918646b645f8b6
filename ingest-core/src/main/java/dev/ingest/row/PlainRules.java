package dev.ingest.row;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.Texts;
import dev.ingest.decode.ValueRule;
import dev.ingest.problem.NullReason;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one column for values that are decoded already. They say whether a value is plainly
 * fine, and why a cell is plainly null; whatever else becomes of a cell, its decoder says, and
 * words it. Thread-safe.
 */
final class PlainRules {

  private final Map<String, NullReason> tokens = new HashMap<>();
  private final Map<ExcelError, CellErrorPolicy> errors;
  private final ValueRule[] values;
  private final int longest;
  private final LengthUnit unit;
  private final KnownValues fine = new KnownValues();

  private PlainRules(CellRules rules) {
    for (String token : rules.nullTokens()) {
      String trimmed = Texts.trim(token);
      tokens.put(trimmed, NullReason.token(trimmed));
    }
    this.errors = rules.errors();
    this.values = rules.values().toArray(new ValueRule[0]);
    this.longest = rules.maxLength() == 0 ? Integer.MAX_VALUE : rules.maxLength();
    this.unit = rules.lengthUnit();
  }

  /** Returns the rules of a column, or null where none speaks of plain values. */
  static @Nullable PlainRules of(CellRules rules) {
    boolean silent =
        rules.nullTokens().isEmpty()
            && rules.errors().isEmpty()
            && rules.values().isEmpty()
            && rules.maxLength() == 0;
    return silent ? null : new PlainRules(rules);
  }

  /** Returns whether a value keeps all rules; a text may be a token besides, or too long. */
  boolean keeps(Object value) {
    for (int i = 0; i < values.length; i++) {
      if (!values[i].holds(value)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a day keeps all rules. */
  boolean isFine(LocalDate day) {
    if (fine.knows(day)) {
      return true;
    }
    boolean holds = keeps(day);
    if (holds) {
      fine.add(day);
    }
    return holds;
  }

  /** Returns whether a text is no token and keeps all rules. */
  boolean isFine(String text) {
    if (fine.knows(text)) {
      return true;
    }
    boolean holds = !tokens.containsKey(text) && unit.isWithin(longest, text) && keeps(text);
    if (holds) {
      fine.add(text);
    }
    return holds;
  }

  /** Returns why a text is null, or null where it is no token. */
  @Nullable NullReason whyNull(String text) {
    return tokens.get(text);
  }

  /**
   * Returns why an error is null, or null where it is not.
   *
   * @param lenient whether it is where no policy speaks of it
   */
  @Nullable NullReason whyNull(ExcelError error, boolean lenient) {
    CellErrorPolicy policy = errors.get(error);
    boolean absent = policy == null ? lenient : policy == CellErrorPolicy.NULL;
    return absent ? NullReason.error(error) : null;
  }
}
