package dev.ingest.workbook.text;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.SheetRow;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A record.
 *
 * @param stored its values that are not empty
 */
record TextRow(int number, List<TextCell> stored) implements SheetRow {

  @Override
  public boolean hidden() {
    return false;
  }

  @Override
  public int size() {
    return stored.size();
  }

  @Override
  public Cell at(int index) {
    return stored.get(index);
  }

  @Override
  public Cell cell(int column) {
    TextCell blank = new TextCell(column, null);
    int at = Collections.binarySearch(stored, blank, Comparator.comparingInt(TextCell::column));
    return at < 0 ? blank : stored.get(at);
  }
}
