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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a column while it is described; {@link CellRules} keeps a copy. */
final class CellRulesDraft {
  List<String> nullTokens = List.of();
  boolean lenient;
  final Map<ExcelError, CellErrorPolicy> errors = new EnumMap<>(ExcelError.class);
  List<String> datePatterns = List.of();
  Locale dateLocale = Locale.ROOT;
  @Nullable DayOrder dayOrder;
  boolean truncatesTime;
  @Nullable ZoneId zone;
  @Nullable NumberPattern numberPattern;
  @Nullable DecimalSize decimalSize;
  List<String> trueTokens = List.of();
  List<String> falseTokens = List.of();
  int maxLength;
  LengthUnit lengthUnit = LengthUnit.CHARACTERS;
  final List<ValueRule> values = new ArrayList<>();

  /** Adds what is asked of values. Said twice, the last counts, as of all that is said. */
  void ask(ValueRule rule) {
    values.removeIf(other -> other.getClass() == rule.getClass());
    values.add(rule);
    values.sort(Comparator.comparingInt(CellRulesDraft::rank));
  }

  /** In which order values are asked, whatever the order of saying so. */
  private static int rank(ValueRule rule) {
    if (rule instanceof ValueRule.AtLeast) {
      return 0;
    }
    if (rule instanceof ValueRule.AtMost) {
      return 1;
    }
    return rule instanceof ValueRule.Matching ? 2 : 3;
  }
}
