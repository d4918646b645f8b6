package dev.ingest.proposal;

import dev.ingest.naming.NormalName;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A row as far as it could be a header.
 *
 * @param number counted from 1
 * @param filled the columns that hold something
 * @param texts the texts of its text cells, by column
 */
record HeaderRow(int number, Set<Integer> filled, Map<Integer, String> texts) {

  static HeaderRow of(SheetRow row) {
    Set<Integer> filled = new TreeSet<>();
    Map<Integer, String> texts = new TreeMap<>();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.at(i);
      if (!cell.isBlank()) {
        filled.add(cell.column());
        if (cell.kind() == CellKind.TEXT) {
          texts.put(cell.column(), cell.text());
        }
      }
    }
    return new HeaderRow(row.number(), filled, texts);
  }

  boolean isBlank() {
    return filled.isEmpty();
  }

  /**
   * Returns whether it is a header of a kind, see {@link TableHeader}.
   *
   * @param below the rows below it that hold something, one at least
   */
  boolean isHeader(int kind, List<HeaderRow> below) {
    boolean distinct = texts.size() == filled.size() && names().size() == texts.size();
    boolean covers = filled.containsAll(below.get(0).filled);
    return distinct
        && switch (kind) {
          case 1 -> filled.size() > 1 && covers && below.get(0).number == number + 1;
          case 2 -> filled.size() > 1 && below.stream().anyMatch(this::isUnderThis);
          default -> filled.size() == 1 && covers;
        };
  }

  private boolean isUnderThis(HeaderRow row) {
    return row.filled.stream().anyMatch(filled::contains);
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    texts.values().forEach(text -> names.add(NormalName.of(text)));
    return names;
  }

  TableHeader header(List<HeaderRow> above) {
    Set<String> names = names();
    boolean hidden = above.stream().anyMatch(row -> row.names().containsAll(names));
    return new TableHeader(number, texts, hidden);
  }
}
