package dev.ingest.proposal;

import dev.ingest.decode.NumberPattern;
import dev.ingest.decode.Texts;
import dev.ingest.workbook.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a locale writes them. Of the many locales those are asked that stand for the ways to
 * write points and groups: 1,234.5 and 1.234,5 and 1 234,5 and 1'234.5.
 */
record WrittenNumbers(String locale, boolean percent, NumberPattern pattern)
    implements WrittenForm {

  private static final List<WrittenForm> ALL =
      List.of(
          plain("en-US"),
          plain("de-DE"),
          plain("fr-FR"),
          plain("de-CH"),
          percents("en-US"),
          percents("de-DE"));

  static List<WrittenForm> all() {
    return ALL;
  }

  private static WrittenForm plain(String locale) {
    return new WrittenNumbers(locale, false, NumberPattern.of(Locale.forLanguageTag(locale)));
  }

  private static WrittenForm percents(String locale) {
    return new WrittenNumbers(
        locale, true, NumberPattern.of(Locale.forLanguageTag(locale)).percent());
  }

  @Override
  public @Nullable BigDecimal read(Cell cell) {
    return pattern.read(Texts.trim(cell.text()));
  }

  @Override
  public Optional<ProposedRule> rule(String evidence) {
    return Optional.of(ProposedRule.numbersAsText(locale, percent, evidence));
  }
}
