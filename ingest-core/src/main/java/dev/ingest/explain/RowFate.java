package dev.ingest.explain;

import dev.ingest.problem.Problem;
import dev.ingest.problem.Severity;
import dev.ingest.row.RowOutcome;
import dev.ingest.workbook.CellAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of the row of a cell.
 *
 * @param outcome in one word
 * @param rule the name of the filter or rule that decided, where one did
 * @param problems why the row was rejected, or the file refused
 */
public record RowFate(Outcome outcome, Optional<String> rule, List<Problem> problems) {

  /** The outcomes. */
  public enum Outcome {
    /** The row is a value, and is kept. */
    ACCEPTED("accepted"),
    /** The row has problems. */
    REJECTED("rejected"),
    /** A filter turned the row away. */
    FILTERED("filtered"),
    /** A rule passed over the row. */
    SKIPPED("skipped"),
    /** All cells that are read are blank. */
    BLANK("blank"),
    /** The row is no data, or the file does not store it. */
    NONE("no row of the table"),
    /** The file as a whole is refused. */
    REFUSED("the file is refused");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** Returns the words for people. */
    public String label() {
      return label;
    }
  }

  /** No row of the table. */
  static final RowFate NONE = new RowFate(Outcome.NONE, Optional.empty(), List.of());

  /** Keeps its own copy, from left to right. */
  public RowFate {
    problems = problems.stream().sorted(Comparator.comparingInt(RowFate::positionOf)).toList();
  }

  private static int positionOf(Problem problem) {
    CellAddress cell = problem.cell();
    return cell == null ? Integer.MAX_VALUE : cell.column();
  }

  static RowFate refused(List<Problem> problems) {
    return new RowFate(Outcome.REFUSED, Optional.empty(), problems);
  }

  static RowFate of(RowOutcome<?> outcome) {
    if (outcome instanceof RowOutcome.Rejected<?> rejected) {
      boolean whole = rejected.problems().stream().anyMatch(one -> one.severity() == Severity.FILE);
      Outcome word = whole ? Outcome.REFUSED : Outcome.REJECTED;
      return new RowFate(word, Optional.empty(), rejected.problems());
    }
    if (outcome instanceof RowOutcome.Filtered<?> filtered) {
      return new RowFate(Outcome.FILTERED, Optional.of(filtered.filter()), List.of());
    }
    if (outcome instanceof RowOutcome.Skipped<?> skipped) {
      return new RowFate(Outcome.SKIPPED, Optional.of(skipped.rule()), List.of());
    }
    boolean blank = outcome instanceof RowOutcome.Blank<?>;
    return new RowFate(blank ? Outcome.BLANK : Outcome.ACCEPTED, Optional.empty(), List.of());
  }
}
