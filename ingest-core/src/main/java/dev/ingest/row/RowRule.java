package dev.ingest.row;

import java.util.List;

/**
 * What a pipeline says of rows beyond their own cells: which are no data at all, where the data
 * ends, and which rows exclude each other. Each has a name, under which rows are counted.
 *
 * <p>Skipping and stopping come first: rows that are passed over have no problems and set no
 * example.
 */
public sealed interface RowRule {

  /** Returns the name, for reports. */
  String name();

  /**
   * Passes over the rows whose text in a column matches a regular expression from end to end.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RowRule skip(String name, String column, String regex) {
    return skip(name, RowCondition.matches(column, regex));
  }

  /** Passes over the rows that keep a condition, which names the rule. */
  static RowRule skip(RowCondition when) {
    return skip(when.toString(), when);
  }

  /** Passes over the rows that keep a condition. */
  static RowRule skip(String name, RowCondition when) {
    return new Skip(name, when);
  }

  /**
   * Passes over the first row whose text in a column matches a regular expression from end to end,
   * and all rows below it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RowRule stop(String name, String column, String regex) {
    return stop(name, RowCondition.matches(column, regex));
  }

  /** Passes over the first row that keeps a condition, which names the rule, and all below it. */
  static RowRule stop(RowCondition when) {
    return stop(when.toString(), when);
  }

  /** Passes over the first row that keeps a condition, and all rows below it. */
  static RowRule stop(String name, RowCondition when) {
    return new Stop(name, when);
  }

  /**
   * Passes over all rows below so many blank ones in a row. Rows that the file does not store are
   * none.
   *
   * @throws IllegalArgumentException if it is less than one
   */
  static RowRule stopAfterBlank(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("expected at least 1 blank row, found " + rows);
    }
    return new StopAfterBlank(rows);
  }

  /**
   * Lets no two accepted rows have the same values in these columns. Rows that a filter turns away
   * do not count. The keys are kept in memory, about 20 bytes and their text for each row.
   *
   * @param duplicates what becomes of a row whose key another has
   */
  static RowRule uniqueKey(DuplicateRows duplicates, String... columns) {
    return new UniqueKey(List.of(columns), duplicates);
  }

  /**
   * Refuses rules that make no sense for a schema.
   *
   * @throws IllegalArgumentException if one names no column, or a key that cannot be compared
   */
  static void check(RowSchema<?> schema, List<RowRule> rules) {
    RowRuleChecks.check(schema, rules);
  }

  /** See {@link RowRule#skip(String, RowCondition)}. */
  record Skip(String name, RowCondition when) implements RowRule {}

  /** See {@link RowRule#stop(String, RowCondition)}. */
  record Stop(String name, RowCondition when) implements RowRule {}

  /** See {@link RowRule#stopAfterBlank}. */
  record StopAfterBlank(int rows) implements RowRule {
    @Override
    public String name() {
      return "below %s blank %s".formatted(rows, rows == 1 ? "row" : "rows");
    }
  }

  /** See {@link RowRule#uniqueKey}. */
  record UniqueKey(List<String> columns, DuplicateRows duplicates) implements RowRule {
    @Override
    public String name() {
      return switch (duplicates) {
        case KEEP_LAST -> "last row of its " + String.join(", ", columns);
        case COLLAPSE_IDENTICAL -> "first of identical rows";
        default -> "first row of its " + String.join(", ", columns);
      };
    }
  }
}
