package dev.ingest.definition;

import dev.ingest.row.RowCondition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a rule asks of one cell of a row. */
final class ConditionReader {

  private static final Set<String> KINDS = Set.of("equals", "matches", "blank", "below", "above");

  private final ColumnNames columns;

  ConditionReader(ColumnNames columns) {
    this.columns = columns;
  }

  /** Returns the condition; null, with the mistakes noted, where it makes no sense. */
  @Nullable RowCondition read(Value value) {
    Fields fields = value.fields();
    if (fields == null) {
      return null;
    }
    Value where = fields.required("column");
    Value equal = fields.get("equals");
    Value matches = fields.get("matches");
    Value blank = fields.get("blank");
    Value below = fields.get("below");
    Value above = fields.get("above");
    fields.end();
    String column = where == null ? null : columns.name(where);
    List<String> kinds = fields.names().stream().filter(KINDS::contains).toList();
    if (kinds.size() != 1) {
      fields.mistake(
          "expected one of equals, matches, blank, below, above, found "
              + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
      return null;
    }
    String name = column == null ? "" : column; // the mistakes of the rest are told all the same
    RowCondition read;
    if (equal != null) {
      read = equal.made(text -> RowCondition.equalTo(name, text));
    } else if (matches != null) {
      read = matches.made(regex -> RowCondition.matches(name, regex));
    } else if (blank != null) {
      read = blank.flag() ? RowCondition.blank(name) : RowCondition.notBlank(name);
    } else {
      read = numeric(below, above, name);
    }
    return column == null ? null : read;
  }

  private static @Nullable RowCondition numeric(
      @Nullable Value below, @Nullable Value above, String column) {
    if (below != null) {
      BigDecimal bound = below.number();
      return bound == null ? null : RowCondition.below(column, bound);
    }
    BigDecimal bound = above == null ? null : above.number();
    return bound == null ? null : RowCondition.above(column, bound);
  }
}
