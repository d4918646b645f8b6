package dev.ingest.pipeline;

import dev.ingest.problem.Masking;
import dev.ingest.problem.Problem;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.problem.Severity;
import dev.ingest.problem.Surroundings;
import dev.ingest.problem.Surroundings.Neighbour;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.WorkbookException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Completes problems while their row can still be looked at, and tells the sink. What it returns is
 * masked, and so is whatever is made of it. Not thread-safe.
 */
final class Findings {

  /** Cells shown on each side of the one with the problem. */
  private static final int BESIDE = 2;

  /** Past so many problems nobody looks at the cells beside them: they are not kept either. */
  private static final int LOOKED_AROUND = Accounting.PROBLEMS_KEPT;

  private final Masking masking;
  private final ProblemSink sink;
  private final Map<Integer, String> headers = new HashMap<>();
  private final Set<Integer> sensitive = new HashSet<>();
  private int looked;

  Findings(HeaderMatch header, Masking masking, ProblemSink sink) {
    this.masking = masking;
    this.sink = sink;
    for (HeaderMatch.Unexpected other : header.unexpected()) {
      headers.put(other.cell().column(), other.header());
    }
    for (HeaderMatch.Binding binding : header.bindings()) {
      headers.put(binding.cell().column(), binding.header());
      if (masking.hides(binding.column())) {
        sensitive.add(binding.cell().column());
      }
    }
  }

  /** Returns the outcome with its problems completed and masked. */
  <R> Rejected<R> complete(SheetRow row, Rejected<R> outcome) {
    return new Rejected<>(outcome.row(), complete(row, outcome.problems()));
  }

  /** Returns a refusal that was raised at a row, its problems completed and masked. */
  RefusedFileException complete(SheetRow row, RefusedFileException refused) {
    return new RefusedFileException(complete(row, refused.problems()));
  }

  /** Returns the problems of a row, completed and masked. */
  List<Problem> complete(SheetRow row, List<Problem> problems) {
    List<Problem> all = new ArrayList<>();
    for (Problem problem : fromLeftToRight(problems)) {
      CellAddress cell = problem.cell();
      Problem whole =
          cell == null || cell.row() != row.number()
              ? problem
              : problem.withAround(around(row, cell.column()));
      Problem shown = masking.show(whole, sensitive);
      if (problem.severity() == Severity.ROW) {
        sink.found(shown, whole);
      }
      all.add(shown);
    }
    return all;
  }

  /** Filters decode their columns first; people read a row from left to right. */
  private static List<Problem> fromLeftToRight(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(Findings::column));
    return sorted;
  }

  private static int column(Problem problem) {
    CellAddress cell = problem.cell();
    return cell == null ? Integer.MAX_VALUE : cell.column();
  }

  private Surroundings around(SheetRow row, int column) {
    List<Neighbour> cells = new ArrayList<>();
    int last = looked++ < LOOKED_AROUND ? Math.min(CellAddress.MAX_COLUMN, column + BESIDE) : 0;
    for (int at = Math.max(1, column - BESIDE); at <= last; at++) {
      cells.add(neighbour(row.cell(at)));
    }
    Cell cell = row.cell(column);
    return new Surroundings(cell.kind(), cell.raw().length(), cells);
  }

  /** A cell that no column reads may be damaged: then it is shown as nothing, and nobody's loss. */
  private Neighbour neighbour(Cell cell) {
    int column = cell.column();
    String header = headers.getOrDefault(column, "");
    try {
      return new Neighbour(column, header, cell.kind(), cell.raw());
    } catch (WorkbookException damaged) {
      return new Neighbour(column, header, CellKind.BLANK, "");
    }
  }
}
