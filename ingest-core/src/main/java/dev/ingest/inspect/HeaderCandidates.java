package dev.ingest.inspect;

import dev.ingest.naming.NormalName;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a sheet that could be its header. A row could be one if
 *
 * <ul>
 *   <li>it is among the first {@value #ROWS} rows,
 *   <li>all of its cells that hold something hold text, two of them at least, and no two alike once
 *       upper and lower case and white space are made even,
 *   <li>the row right below holds something under one of them, and
 *   <li>it has more texts than any candidate above it: what follows a header is data, and what is
 *       above a header is narrower, a title or a note.
 * </ul>
 *
 * <p>The first {@value #MOST} are given.
 */
final class HeaderCandidates {

  static final int ROWS = 50;
  static final int MOST = 3;

  /** A row of distinct texts whose next row is not known yet. */
  private record Waiting(int row, List<String> texts, Set<Integer> columns) {}

  private final List<HeaderCandidate> found = new ArrayList<>();
  private @Nullable Waiting waiting;
  private int widest = 1;

  /** Looks at the next row. */
  void look(SheetRow row) {
    if (row.number() > ROWS + 1 || found.size() == MOST) {
      return;
    }
    if (waiting != null && waiting.row + 1 == row.number() && holdsUnder(waiting.columns, row)) {
      found.add(new HeaderCandidate(waiting.row, waiting.texts));
      widest = waiting.texts.size();
    }
    waiting = row.number() <= ROWS ? distinctTexts(row) : null;
  }

  private static boolean holdsUnder(Set<Integer> columns, SheetRow row) {
    return columns.stream().anyMatch(column -> row.cell(column).kind() != CellKind.BLANK);
  }

  private @Nullable Waiting distinctTexts(SheetRow row) {
    List<String> texts = new ArrayList<>();
    Set<Integer> columns = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.at(i);
      if (cell.kind() == CellKind.TEXT && !cell.text().isBlank()) {
        texts.add(cell.text());
        columns.add(cell.column());
        names.add(NormalName.of(cell.text()));
      } else if (cell.kind() != CellKind.BLANK && cell.kind() != CellKind.TEXT) {
        return null;
      }
    }
    boolean distinct = names.size() == texts.size();
    return distinct && texts.size() > widest ? new Waiting(row.number(), texts, columns) : null;
  }

  /** Returns the candidates, from the top. */
  List<HeaderCandidate> found() {
    return List.copyOf(found);
  }
}
