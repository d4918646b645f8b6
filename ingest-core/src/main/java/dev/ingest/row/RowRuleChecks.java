package dev.ingest.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses rules that make no sense for a schema. */
final class RowRuleChecks {

  /** Types whose values are equal where their texts are, besides those of java.time and enums. */
  private static final Set<Class<?>> WRITTEN =
      Set.of(
          String.class,
          Boolean.class,
          Double.class,
          Float.class,
          Long.class,
          Integer.class,
          Short.class,
          Byte.class,
          BigDecimal.class,
          BigInteger.class);

  private RowRuleChecks() {}

  static void check(RowSchema<?> schema, List<RowRule> rules) {
    Set<String> names = new HashSet<>();
    int keys = 0;
    for (RowRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException(
            "rules: expected a name of its own for each, found \"%s\" twice"
                .formatted(rule.name()));
      }
      if (rule instanceof RowRule.Skip skip) {
        schema.indexOf(skip.when().column());
      } else if (rule instanceof RowRule.Stop stop) {
        schema.indexOf(stop.when().column());
      } else if (rule instanceof RowRule.UniqueKey key) {
        keys++;
        check(schema, key);
      }
    }
    if (keys > 1) {
      throw new IllegalArgumentException("rules: expected at most one unique key, found " + keys);
    }
  }

  private static void check(RowSchema<?> schema, RowRule.UniqueKey key) {
    if (key.columns().isEmpty()) {
      throw new IllegalArgumentException("uniqueKey: expected columns, found none");
    }
    for (String name : key.columns()) {
      ColumnSchema<?> column = schema.column(name);
      if (column.nullable()) {
        throw new IllegalArgumentException(
            "uniqueKey: expected columns that are never null, found \"%s\"".formatted(name));
      }
      checkType(column);
    }
    if (key.duplicates() == DuplicateRows.COLLAPSE_IDENTICAL) {
      schema.columns().forEach(RowRuleChecks::checkType);
    }
  }

  private static void checkType(ColumnSchema<?> column) {
    Class<?> type = column.type();
    if (!WRITTEN.contains(type) && !type.isEnum() && !type.getPackageName().equals("java.time")) {
      throw new IllegalArgumentException(
          "uniqueKey: expected columns of standard types, which can be compared, found \"%s\" of %s"
              .formatted(column.name(), type.getSimpleName()));
    }
  }
}
