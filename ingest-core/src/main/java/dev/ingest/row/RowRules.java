package dev.ingest.row;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.RowRule.UniqueKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a pipeline while one sheet is read. */
final class RowRules<R> {

  private final RowSchema<R> schema;
  private final List<RowMatch> matches = new ArrayList<>();
  private final @Nullable UniqueKey key;
  private final int[] keyColumns;
  private final KeyIndex keys = new KeyIndex();
  private final KeyIndex wholeRows = new KeyIndex();

  /** The rows that a later one replaces; null in the pass that finds them. */
  private final @Nullable BitSet replaced;

  private int mostBlanks;
  private String belowBlanks = "";
  private int blanks;
  private @Nullable String stopped;

  /**
   * Starts a sheet.
   *
   * @param replaced the numbers of rows that a later one replaces, or null where that is not known
   */
  RowRules(RowSchema<R> schema, List<RowRule> rules, @Nullable BitSet replaced) {
    this.schema = schema;
    this.replaced = replaced;
    UniqueKey unique = null;
    for (RowRule rule : rules) {
      RowMatch match = RowMatch.of(schema, rule);
      if (match != null) {
        matches.add(match);
      } else if (rule instanceof RowRule.StopAfterBlank after) {
        mostBlanks = after.rows();
        belowBlanks = after.name();
      } else if (rule instanceof UniqueKey one) {
        unique = one;
      }
    }
    this.key = unique;
    List<String> names = unique == null ? List.of() : unique.columns();
    this.keyColumns = names.stream().mapToInt(schema::indexOf).toArray();
  }

  /** Returns the rules that skip or stop by a condition, in their order. */
  List<RowMatch> matches() {
    return matches;
  }

  /** Returns the name of the rule by which the row that is started is passed over, or null. */
  @Nullable String passedOverBy(RowCells cells) {
    if (stopped != null) {
      return stopped;
    }
    if (mostBlanks > 0) {
      blanks = cells.allBlank() ? blanks + 1 : 0;
      stopped = blanks == mostBlanks ? belowBlanks : null;
    }
    for (RowMatch match : matches) {
      if (match.holds(cells)) {
        stopped = match.stops() ? match.name() : null;
        return match.name();
      }
    }
    return null;
  }

  /** Judges a row that all filters have kept. */
  RowOutcome<R> judge(int row, R value, RowCells cells) {
    if (key == null) {
      return new RowOutcome.Accepted<>(row, value);
    }
    return switch (key.duplicates()) {
      case KEEP_LAST -> keepLast(key, row, value);
      case KEEP_FIRST ->
          earlier(row, value) == 0
              ? new RowOutcome.Accepted<>(row, value)
              : new RowOutcome.Filtered<>(row, key.name());
      case REJECT -> rejectLater(key, row, value, cells);
      case COLLAPSE_IDENTICAL -> collapse(key, row, value, cells);
    };
  }

  private RowOutcome<R> collapse(UniqueKey unique, int row, R value, RowCells cells) {
    byte[] whole = KeyTexts.of(schema.values(value));
    if (wholeRows.find(whole) != 0) {
      return new RowOutcome.Filtered<>(row, unique.name());
    }
    RowOutcome<R> outcome = rejectLater(unique, row, value, cells);
    if (outcome instanceof RowOutcome.Accepted) {
      wholeRows.put(whole, row);
    }
    return outcome;
  }

  private RowOutcome<R> keepLast(UniqueKey unique, int row, R value) {
    return replaced != null && replaced.get(row)
        ? new RowOutcome.Filtered<>(row, unique.name())
        : new RowOutcome.Accepted<>(row, value);
  }

  private RowOutcome<R> rejectLater(UniqueKey unique, int row, R value, RowCells cells) {
    int earlier = earlier(row, value);
    return earlier == 0
        ? new RowOutcome.Accepted<>(row, value)
        : new RowOutcome.Rejected<>(row, List.of(duplicate(unique, earlier, cells)));
  }

  /** Returns the number of the row that has the key already, or 0: then it is this row's. */
  private int earlier(int row, R value) {
    return keys.putIfAbsent(keyOf(value), row);
  }

  private byte[] keyOf(R row) {
    @Nullable Object[] values = new @Nullable Object[keyColumns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = schema.value(row, keyColumns[i]);
    }
    return KeyTexts.of(values);
  }

  private Problem duplicate(UniqueKey unique, int earlier, RowCells cells) {
    int column = schema.indexOf(unique.columns().get(0));
    return cells.problem(
        column,
        ProblemCode.DUPLICATE_KEY,
        cells.raw(column),
        "expected each %s once, found it in row %s, too"
            .formatted(String.join(", ", unique.columns()), earlier),
        "delete one of the two rows, or correct it");
  }

  /** Takes down an accepted row, and returns the number of the earlier one it replaces, or 0. */
  int replaces(int row, R value) {
    byte[] text = keyOf(value);
    int earlier = keys.find(text);
    keys.put(text, row);
    return earlier;
  }

  /** Returns whether a pass of its own must find the rows that later ones replace. */
  static boolean keepsLast(List<RowRule> rules) {
    for (RowRule rule : rules) {
      if (rule instanceof UniqueKey unique && unique.duplicates() == DuplicateRows.KEEP_LAST) {
        return true;
      }
    }
    return false;
  }
}
