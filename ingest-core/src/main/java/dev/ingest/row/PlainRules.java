package dev.ingest.row;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.Texts;
import dev.ingest.decode.ValueRule;
import dev.ingest.problem.NullReason;
import dev.ingest.workbook.ExcelError;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one column for values that are decoded already. They say whether a value is plainly
 * fine, and why a cell is plainly null; whatever else becomes of a cell, its decoder says, and
 * words it. Thread-safe.
 */
final class PlainRules {

  /** Texts found fine lately: shared strings repeat, and come as the same object each time. */
  private static final int RECENT = 1 << 9;

  private final Map<String, NullReason> tokens = new HashMap<>();
  private final Map<ExcelError, CellErrorPolicy> errors;
  private final ValueRule[] values;
  private final int longest;
  private final LengthUnit unit;

  /** What two threads put here at a time is right, whichever stays. */
  private final @Nullable String[] fine = new @Nullable String[RECENT];

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

  /** Returns whether a value of a column of any type but text keeps all rules. */
  boolean keeps(Object value) {
    for (int i = 0; i < values.length; i++) {
      if (!values[i].holds(value)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a text is no token and keeps all rules. */
  @SuppressWarnings("ReferenceEquality") // the same string, not an equal one, is what is quick
  boolean isFine(String text) {
    int slot = text.hashCode() & RECENT - 1;
    if (fine[slot] == text) {
      return true;
    }
    boolean keeps = !tokens.containsKey(text) && unit.isWithin(longest, text) && keeps(text);
    if (keeps) {
      fine[slot] = text;
    }
    return keeps;
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
