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
  private final KeyTexts keyTexts;
  private final KeyTexts rowTexts;
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
    this.keyTexts = new KeyTexts(unique == null ? List.of() : indexes(unique));
    this.rowTexts = new KeyTexts(schema.names().stream().map(schema::indexOf).toList());
  }

  private List<Integer> indexes(UniqueKey unique) {
    return unique.columns().stream().map(schema::indexOf).toList();
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
      case KEEP_FIRST -> {
        boolean first = keys.find(keyTexts.of(schema.values(value))) == 0;
        yield first ? accepted(row, value) : new RowOutcome.Filtered<>(row, key.name());
      }
      case REJECT -> rejectLater(key, row, value, cells);
      case COLLAPSE_IDENTICAL -> {
        byte[] whole = rowTexts.of(schema.values(value));
        if (wholeRows.find(whole) != 0) {
          yield new RowOutcome.Filtered<>(row, key.name());
        }
        RowOutcome<R> outcome = rejectLater(key, row, value, cells);
        if (outcome instanceof RowOutcome.Accepted) {
          wholeRows.put(whole, row);
        }
        yield outcome;
      }
    };
  }

  private RowOutcome<R> keepLast(UniqueKey unique, int row, R value) {
    return replaced != null && replaced.get(row)
        ? new RowOutcome.Filtered<>(row, unique.name())
        : new RowOutcome.Accepted<>(row, value);
  }

  private RowOutcome<R> rejectLater(UniqueKey unique, int row, R value, RowCells cells) {
    int earlier = keys.find(keyTexts.of(schema.values(value)));
    return earlier == 0
        ? accepted(row, value)
        : new RowOutcome.Rejected<>(row, List.of(duplicate(unique, earlier, cells)));
  }

  private RowOutcome<R> accepted(int row, R value) {
    keys.put(keyTexts.of(schema.values(value)), row);
    return new RowOutcome.Accepted<>(row, value);
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
    byte[] text = keyTexts.of(schema.values(value));
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
