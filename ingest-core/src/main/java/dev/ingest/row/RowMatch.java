package dev.ingest.row;

import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.NumberDecoder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rule that skips or stops, while one sheet is read. */
final class RowMatch {

  private final String name;
  private final boolean stops;
  private final RowCondition condition;
  private final int column;
  private final NumberDecoder<BigDecimal> numbers;

  /** Texts that an expression does not match, which are not looked at again. */
  private final KnownValues others = new KnownValues();

  private RowMatch(RowSchema<?> schema, String name, RowCondition condition, boolean stops) {
    this.name = name;
    this.stops = stops;
    this.condition = condition;
    this.column = schema.indexOf(condition.column());
    this.numbers =
        schema
            .column(condition.column())
            .rules()
            .numberPattern()
            .map(CellDecoders.decimals()::withPattern)
            .orElse(CellDecoders.decimals());
  }

  /** Returns a rule as it is asked, or null where it neither skips nor stops by a condition. */
  static @Nullable RowMatch of(RowSchema<?> schema, RowRule rule) {
    if (rule instanceof RowRule.Skip skip) {
      return new RowMatch(schema, skip.name(), skip.when(), false);
    }
    return rule instanceof RowRule.Stop stop
        ? new RowMatch(schema, stop.name(), stop.when(), true)
        : null;
  }

  String name() {
    return name;
  }

  /** Returns the column that it looks at. */
  int column() {
    return column;
  }

  /** Returns whether all rows below one that matches are passed over, too. */
  boolean stops() {
    return stops;
  }

  /** Returns whether the row that is started matches. */
  boolean holds(RowCells cells) {
    if (condition instanceof RowCondition.Blank blank) {
      return cells.filled(column).isBlank() == blank.wanted();
    }
    if (condition instanceof RowCondition.Below below) {
      BigDecimal number = cells.value(column, numbers);
      return number != null && number.compareTo(below.bound()) < 0;
    }
    if (condition instanceof RowCondition.Above above) {
      BigDecimal number = cells.value(column, numbers);
      return number != null && number.compareTo(above.bound()) > 0;
    }
    String text = cells.text(column);
    return text != null && holds(text);
  }

  private boolean holds(String text) {
    return condition instanceof RowCondition.EqualTo equal
        ? equal.text().equals(text)
        : condition instanceof RowCondition.Matches matches && holds(matches, text);
  }

  private boolean holds(RowCondition.Matches matches, String text) {
    if (others.knows(text)) {
      return false;
    }
    boolean found = matches.pattern().matcher(text).matches();
    if (!found) {
      others.add(text);
    }
    return found;
  }
}
