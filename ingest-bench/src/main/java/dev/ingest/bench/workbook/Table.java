package dev.ingest.bench.workbook;

import static dev.ingest.bench.workbook.ColumnKind.DATE;
import static dev.ingest.bench.workbook.ColumnKind.LOGICAL;
import static dev.ingest.bench.workbook.ColumnKind.NUMBER;
import static dev.ingest.bench.workbook.ColumnKind.TEXT;

import java.util.ArrayList;
import java.util.List;

/** The two tables that workbooks hold. */
public enum Table {
  /** Four columns; the rows of the first row's date are kept. */
  METRICS(
      List.of(
          new Column("location", TEXT),
          new Column("metric", TEXT),
          new Column("value", NUMBER),
          new Column("date", DATE)),
      3),

  /**
   * Forty columns, all rows kept: twelve texts of which five differ in each row, eight integers,
   * six decimals of 15 digits and six of 17, two numbers with gaps, four dates, two booleans.
   */
  WIDE(wideColumns(), -1);

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<Column> columns;

  private final int filterColumn;

  Table(List<Column> columns, int filterColumn) {
    this.columns = columns;
    this.filterColumn = filterColumn;
  }

  /** Returns the columns in their order. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns the column whose value is that of the first row in rows that are kept; -1 for none. */
  public int filterColumn() {
    return filterColumn;
  }

  private static List<Column> wideColumns() {
    List<Column> columns = new ArrayList<>();
    add(columns, "text", TEXT, 12);
    add(columns, "integer", NUMBER, 8);
    add(columns, "short", NUMBER, 6);
    add(columns, "long", NUMBER, 6);
    add(columns, "gap", NUMBER, 2);
    add(columns, "date", DATE, 4);
    add(columns, "flag", LOGICAL, 2);
    return List.copyOf(columns);
  }

  private static void add(List<Column> columns, String name, ColumnKind kind, int count) {
    for (int i = 1; i <= count; i++) {
      columns.add(new Column(name + i, kind));
    }
  }
}
