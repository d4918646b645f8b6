package dev.ingest.row;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.RowFilter.SameAsFirst;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what is wrong with first values that the other rows are compared with. */
final class AnchorProblems {

  private static final String HINT = "correct this cell, since all rows are compared with it";
  private static final String SEARCHED =
      "correct this cell, since all rows are compared with it; no row below has what is needed";

  private final RowSchema<?> schema;
  private final RowCells cells;

  /**
   * Looks at the first data row.
   *
   * @param cells that row's, with the columns of the filters decoded
   */
  AnchorProblems(RowSchema<?> schema, RowCells cells) {
    this.schema = schema;
    this.cells = cells;
  }

  /** Returns the problems of the filters whose value was not read, one column once. */
  List<Problem> of(List<? extends SameAsFirst<?>> unread) {
    List<Problem> problems = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (SameAsFirst<?> filter : unread) {
      if (told.add(filter.column())) {
        String hint = filter.anchor() == AnchorRow.FIRST ? HINT : SEARCHED;
        problems.addAll(of(filter.column(), hint));
      }
    }
    return problems;
  }

  private List<Problem> of(String column, String hint) {
    List<Problem> found =
        cells.problems().stream().filter(problem -> problem.column().equals(column)).toList();
    return found.isEmpty()
        ? List.of(absent(column, hint))
        : found.stream().map(problem -> asAnchor(problem, hint)).toList();
  }

  private Problem absent(String column, String hint) {
    int index = schema.indexOf(column);
    NullReason reason = cells.reason(index);
    if (NullReason.missing().equals(reason)) {
      return new Problem(
          ProblemCode.ANCHOR_UNREADABLE,
          null,
          column,
          "",
          "",
          "expected a column whose first value all rows are compared with, found no column "
              + column,
          "add the column, or correct its header");
    }
    boolean blank = NullReason.blank().equals(reason);
    return cells.problem(
        index,
        ProblemCode.ANCHOR_UNREADABLE,
        blank ? "" : cells.raw(index),
        "expected a value, found " + (blank ? "a blank cell" : "null (" + reason + ")"),
        hint);
  }

  private static Problem asAnchor(Problem problem, String hint) {
    return new Problem(
        ProblemCode.ANCHOR_UNREADABLE,
        problem.cell(),
        problem.column(),
        problem.header(),
        problem.raw(),
        problem.message(),
        hint);
  }
}
