package dev.ingest.definition;

import dev.ingest.pipeline.RejectBudget;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes how many rows may be rejected. */
final class RejectsReader {

  private static final double WHOLE = 1;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private RejectsReader() {}

  /** Returns the budget, or null where it makes no sense. */
  static @Nullable RejectBudget read(Value value) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value rows = fields.get("rows");
    Value share = fields.get("share");
    fields.end();
    if (rows == null && share == null) {
      value.mistake("expected rows or share, found neither");
      return null;
    }
    Long most = rows == null ? Long.valueOf(Long.MAX_VALUE) : rows.whole(0, Long.MAX_VALUE);
    Double part = share == null ? Double.valueOf(WHOLE) : share.made(RejectsReader::share);
    return most == null || part == null ? null : new RejectBudget(most, part);
  }

  private static double share(String text) {
    boolean percent = text.endsWith("%");
    try {
      BigDecimal number =
          new BigDecimal(percent ? text.substring(0, text.length() - 1).strip() : text);
      if (number.signum() >= 0 && number.compareTo(percent ? HUNDRED : BigDecimal.ONE) <= 0) {
        return (percent ? number.movePointLeft(2) : number).doubleValue();
      }
    } catch (NumberFormatException none) {
      // the same answer as to a number that is no share
    }
    throw new IllegalArgumentException(
        "expected a share such as 5 % or 0.05, found \"" + text + "\"");
  }

  /** Returns the section that declares a budget; it is empty where there is none. */
  static SectionText write(@Nullable RejectBudget budget) {
    SectionText section = new SectionText();
    if (budget == null) {
      return section;
    }
    boolean bounded = budget.rows() < Long.MAX_VALUE;
    if (bounded) {
      section.with("rows", Long.toString(budget.rows()));
    }
    return bounded && budget.share() == WHOLE
        ? section
        : section.value("share", BigDecimal.valueOf(budget.share()).toPlainString());
  }
}
