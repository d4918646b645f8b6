package dev.ingest.annotate;

import dev.ingest.problem.Problem;
import dev.ingest.workbook.CellAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The problems of one run that are to be marked, gathered while they are found. Past a cap they are
 * counted only, so that memory stays flat. Not thread-safe.
 */
public final class Marks {

  /**
   * One problem.
   *
   * @param problem as it was found; its address is that in the upload
   * @param at its address in the copy; null where it has none
   */
  record Mark(Problem problem, @Nullable CellAddress at) {}

  private final int most;
  private final List<Mark> marks = new ArrayList<>();
  private final BitSet rows = new BitSet();
  private long found;

  /**
   * Makes an empty collection.
   *
   * @param most how many problems are marked, at most
   */
  public Marks(int most) {
    this.most = most;
  }

  /** Takes a problem, as the sender of the workbook may see it. */
  public void add(Problem problem) {
    found++;
    if (marks.size() < most) {
      add(problem, problem.cell());
    }
  }

  private void add(Problem problem, @Nullable CellAddress at) {
    marks.add(new Mark(problem, at));
    if (at != null) {
      rows.set(at.row());
    }
  }

  /** Returns how many problems there are, marked or not. */
  public long found() {
    return found;
  }

  /** Returns the problems that are marked, in the order in which they were found. */
  List<Mark> all() {
    return List.copyOf(marks);
  }

  /** Takes rows that have no mark, and are to be listed with those that have. */
  void alsoRows(BitSet more) {
    rows.or(more);
  }

  boolean isCapped() {
    return found > marks.size();
  }

  /** Returns the rows of the copy that have a mark or are listed with those. */
  BitSet rows() {
    return (BitSet) rows.clone();
  }

  /** Returns the marks by row and column of the copy. */
  NavigableMap<Integer, NavigableMap<Integer, List<Problem>>> cells() {
    NavigableMap<Integer, NavigableMap<Integer, List<Problem>>> cells = new TreeMap<>();
    for (Mark mark : marks) {
      CellAddress at = mark.at;
      if (at != null) {
        cells
            .computeIfAbsent(at.row(), row -> new TreeMap<>())
            .computeIfAbsent(at.column(), column -> new ArrayList<>())
            .add(mark.problem);
      }
    }
    return cells;
  }

  /** Returns the same marks on rows that stand elsewhere in the copy. */
  Marks moved(String sheet, IntUnaryOperator row) {
    Marks moved = new Marks(most);
    moved.found = found;
    rows.stream().map(row).forEach(moved.rows::set);
    for (Mark mark : marks) {
      CellAddress at = mark.at;
      moved.add(
          mark.problem,
          at == null ? null : new CellAddress(sheet, row.applyAsInt(at.row()), at.column()));
    }
    return moved;
  }
}
