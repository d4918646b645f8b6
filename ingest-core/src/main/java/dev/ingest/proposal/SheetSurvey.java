package dev.ingest.proposal;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all rows below a header hold. Not thread-safe. */
final class SheetSurvey {

  private final String sheet;
  private final TableHeader header;
  private final List<ColumnSurvey> columns = new ArrayList<>();
  private final Map<Integer, Sightings> headless = new TreeMap<>();
  private final Sightings hidden;
  private final KeySearch keys;
  private long rows;

  private SheetSurvey(String sheet, TableHeader header) {
    this.sheet = sheet;
    this.header = header;
    header
        .texts()
        .forEach((at, text) -> columns.add(new ColumnSurvey(new ColumnPlace(sheet, at), text)));
    this.hidden = new Sightings(columns.get(0).place());
    this.keys = new KeySearch(columns.size());
  }

  /** Reads the sheet from end to end. */
  static SheetSurvey of(Sheet sheet, TableHeader header) {
    SheetSurvey survey = new SheetSurvey(sheet.name(), header);
    try (SheetRows rows = sheet.rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        if (row.number() > header.row()) {
          survey.look(row);
        }
      }
    }
    return survey;
  }

  private void look(SheetRow row) {
    boolean blank = true;
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.at(i);
      if (!cell.isBlank()) {
        boolean mapped = header.texts().containsKey(cell.column());
        blank &= !mapped;
        if (!mapped) {
          headless(cell.column()).see(row.number());
        }
      }
    }
    if (!blank) {
      rows++;
      cells(row);
    }
  }

  private Sightings headless(int column) {
    return headless.computeIfAbsent(column, at -> new Sightings(new ColumnPlace(sheet, at)));
  }

  private void cells(SheetRow row) {
    if (row.hidden()) {
      hidden.see(row.number());
    }
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cell(columns.get(i).place().column());
      columns.get(i).look(cell, row.number());
      if (i < keys.columns()) {
        keys.look(i, cell);
      }
    }
    keys.endRow();
  }

  TableHeader header() {
    return header;
  }

  /** Returns how many rows hold something under the header. */
  long rows() {
    return rows;
  }

  /** Returns the columns under the header, from the left. */
  List<ColumnSurvey> columns() {
    return columns;
  }

  /** Returns what stands under no header, by column. */
  Map<Integer, Sightings> headless() {
    return headless;
  }

  /** Returns the hidden rows, by their cells of the first column. */
  Sightings hidden() {
    return hidden;
  }

  KeySearch keys() {
    return keys;
  }
}
