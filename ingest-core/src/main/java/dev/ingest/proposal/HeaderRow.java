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

  /** Returns whether it is a header of a kind, see {@link TableHeader}, given the row below it. */
  boolean isHeader(int kind, HeaderRow below) {
    boolean distinct = texts.size() == filled.size() && names().size() == texts.size();
    boolean under = below.filled.stream().anyMatch(filled::contains);
    boolean covers = filled.containsAll(below.filled);
    return distinct
        && switch (kind) {
          case 1 -> filled.size() > 1 && covers && below.number == number + 1;
          case 2 -> filled.size() > 1 && under;
          default -> filled.size() == 1 && covers;
        };
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
