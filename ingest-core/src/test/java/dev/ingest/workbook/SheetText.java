package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sheets as text, for tests to compare whole. A row is a line, a cell is {@code A1} and what it
 * holds: {@code "text"}, {@code 0.65}, {@code 2020-02-01T00:00}, {@code TRUE}, {@code #N/A}, {@code
 * =1+1} where a formula has no value, and nothing where it is blank.
 */
public final class SheetText {

  private SheetText() {}

  /** Returns the rows of the first sheet. */
  public static String of(byte[] workbook) {
    return of(workbook, ReadLimits.defaults());
  }

  /** Returns the rows of the first sheet, or {@code no sheet}. */
  public static String of(byte[] workbook, ReadLimits limits) {
    try (Workbook open = Workbook.open(WorkbookSource.of("book.xlsx", workbook), limits)) {
      return open.sheets().isEmpty() ? "no sheet" : of(open.sheets().get(0));
    }
  }

  /** Returns the rows of a sheet. */
  public static String of(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    try (SheetRows rows = sheet.rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        lines.add(line(row));
      }
    }
    return String.join("\n", lines);
  }

  /** Returns the message of the refusal that reading the first sheet ends with. */
  public static String refusal(byte[] workbook) {
    return refusal(workbook, ReadLimits.defaults()).getMessage();
  }

  /** Returns the refusal that reading the first sheet ends with. */
  public static WorkbookException refusal(byte[] workbook, ReadLimits limits) {
    WorkbookException refusal =
        catchThrowableOfType(WorkbookException.class, () -> of(workbook, limits));
    if (refusal == null) {
      throw new AssertionError("expected a refusal, found the cells " + of(workbook, limits));
    }
    return refusal;
  }

  private static String line(SheetRow row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.at(i);
      cells.add((CellAddress.columnName(cell.column()) + row.number() + " " + value(cell)).strip());
    }
    String all = cells.stream().collect(Collectors.joining(", "));
    String empty = all.isEmpty() ? "row " + row.number() : all;
    return row.hidden() ? empty + " (hidden)" : empty;
  }

  private static String value(Cell cell) {
    return switch (cell.kind()) {
      case BLANK -> "";
      case TEXT -> '"' + cell.text() + '"';
      case NUMBER -> NumberText.plain(cell.number());
      case DATE -> date(cell);
      case LOGICAL -> cell.logical() ? "TRUE" : "FALSE";
      case ERROR -> cell.error().code();
      case UNCALCULATED -> "=" + cell.raw();
    };
  }

  private static String date(Cell cell) {
    try {
      return cell.dateTime().toString();
    } catch (DateTimeException none) {
      return "date " + NumberText.plain(cell.number());
    }
  }
}
