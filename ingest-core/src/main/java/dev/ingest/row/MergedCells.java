package dev.ingest.row;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The merged areas that the rows pass through, and the first cell of each of those that the current
 * row is in. Rows come in ascending order, so no more areas are held open than overlap one row.
 */
final class MergedCells {

  /**
   * An area that the current row is in.
   *
   * @param first its first cell, or null where the file does not store that
   */
  private record Open(CellRange area, @Nullable Cell first) {}

  private final List<CellRange> areas;
  private int next;
  private final TreeMap<Integer, Open> byColumn = new TreeMap<>();
  private final PriorityQueue<CellRange> byEnd =
      new PriorityQueue<>(Comparator.comparingInt(CellRange::lastRow));

  private MergedCells(List<CellRange> areas) {
    this.areas = areas;
  }

  /**
   * Reads the areas of the columns that ask for them, which takes a pass of its own over the sheet;
   * null where none does, or none of their areas matters.
   */
  static @Nullable MergedCells of(Sheet sheet, RowSchema<?> schema, HeaderMatch header) {
    BitSet wanted = new BitSet();
    for (int i = 0; i < schema.columns().size(); i++) {
      if (schema.columns().get(i).fillMerged()) {
        wanted.set(header.position(i));
      }
    }
    return wanted.isEmpty() ? null : of(sheet.merged(), header.row(), wanted);
  }

  /**
   * Returns the areas that matter, or null if there is none.
   *
   * @param headerRow areas that begin in it or above it are left out
   * @param wanted the columns that are to be filled
   */
  private static @Nullable MergedCells of(List<CellRange> all, int headerRow, BitSet wanted) {
    List<CellRange> areas =
        all.stream()
            .filter(area -> area.firstRow() > headerRow && spans(area, wanted))
            .sorted(Comparator.comparingInt(CellRange::firstRow))
            .toList();
    return areas.isEmpty() ? null : new MergedCells(areas);
  }

  private static boolean spans(CellRange area, BitSet wanted) {
    int column = wanted.nextSetBit(area.firstColumn());
    return column >= 0 && column <= area.lastColumn();
  }

  /** Passes on to a row: its areas open, and those that ended above it close. */
  void enter(SheetRow row) {
    while (!byEnd.isEmpty() && byEnd.element().lastRow() < row.number()) {
      byColumn.remove(byEnd.remove().firstColumn());
    }
    while (next < areas.size() && areas.get(next).firstRow() <= row.number()) {
      CellRange area = areas.get(next++);
      if (area.lastRow() >= row.number()) {
        open(area, row);
      }
    }
  }

  private void open(CellRange area, SheetRow row) {
    Map.Entry<Integer, Open> before = byColumn.floorEntry(area.lastColumn());
    if (before != null && before.getValue().area().lastColumn() >= area.firstColumn()) {
      throw overlap(before.getValue().area(), area);
    }
    boolean stored = area.firstRow() == row.number();
    int column = area.firstColumn();
    byColumn.put(column, new Open(area, stored ? row.cell(column).copyTo(column) : null));
    byEnd.add(area);
  }

  /** Two values for one cell are no value: Excel, too, refuses such a file. */
  private static RefusedFileException overlap(CellRange one, CellRange other) {
    return new RefusedFileException(
        List.of(
            Problem.ofFile(
                ProblemCode.FILE_UNREADABLE,
                "expected merged areas that do not overlap, found %s and %s".formatted(one, other),
                "undo one of them")));
  }

  /** Returns the first cell of the area that a column of the current row is in, or null. */
  @Nullable Cell firstCell(int column) {
    Map.Entry<Integer, Open> before = byColumn.floorEntry(column);
    if (before == null || before.getValue().area().lastColumn() < column) {
      return null;
    }
    Cell first = before.getValue().first();
    return first == null ? null : first.copyTo(column);
  }
}
