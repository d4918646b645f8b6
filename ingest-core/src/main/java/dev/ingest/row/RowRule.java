package dev.ingest.row;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a pipeline says of rows beyond their own cells: which are no data at all, where the data
 * ends, and which rows exclude each other. Each has a name, under which rows are counted.
 *
 * <p>Skipping and stopping come first: rows that are passed over have no problems and set no
 * example. A column that they look at is one of the schema, whose cell is read as text, trimmed; a
 * blank cell and an error match nothing.
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
    return new Skip(name, column, compiled(regex));
  }

  /**
   * Passes over the first row whose text in a column matches a regular expression from end to end,
   * and all rows below it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RowRule stop(String name, String column, String regex) {
    return new Stop(name, column, compiled(regex));
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

  private static Pattern compiled(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException none) {
      throw new IllegalArgumentException(
          "expected a regular expression, found \"%s\" (%s)"
              .formatted(regex, none.getDescription()),
          none);
    }
  }

  /** See {@link RowRule#skip}. */
  record Skip(String name, String column, Pattern text) implements RowRule {}

  /** See {@link RowRule#stop}. */
  record Stop(String name, String column, Pattern text) implements RowRule {}

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
