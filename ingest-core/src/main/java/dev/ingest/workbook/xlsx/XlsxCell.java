package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;

/** A cell that is filled again for each row. */
final class XlsxCell implements Cell {

  private final DateSystem dates;
  private CellKind kind = CellKind.BLANK;
  private int column;
  private String raw = "";
  private double number;
  private ExcelError error = ExcelError.NA;

  XlsxCell(DateSystem dates) {
    this.dates = dates;
  }

  void clear(int newColumn) {
    column = newColumn;
    kind = CellKind.BLANK;
    raw = "";
  }

  void setText(String text) {
    kind = CellKind.TEXT;
    raw = text;
  }

  void setNumber(double value, String text, boolean date) {
    kind = date ? CellKind.DATE : CellKind.NUMBER;
    number = value;
    raw = text;
  }

  void setLogical(boolean value) {
    kind = CellKind.LOGICAL;
    raw = value ? "TRUE" : "FALSE";
  }

  void setError(ExcelError value) {
    kind = CellKind.ERROR;
    error = value;
    raw = value.code();
  }

  void setUncalculated(String formula) {
    kind = CellKind.UNCALCULATED;
    raw = formula;
  }

  @Override
  public CellKind kind() {
    return kind;
  }

  @Override
  public int column() {
    return column;
  }

  @Override
  public double number() {
    if (kind != CellKind.DATE) {
      require(CellKind.NUMBER);
    }
    return number;
  }

  @Override
  public String text() {
    require(CellKind.TEXT);
    return raw;
  }

  @Override
  public boolean logical() {
    require(CellKind.LOGICAL);
    return raw.equals("TRUE");
  }

  @Override
  public ExcelError error() {
    require(CellKind.ERROR);
    return error;
  }

  @Override
  public LocalDateTime dateTime() {
    return dates.dateTime(number());
  }

  @Override
  public String raw() {
    return raw;
  }

  @Override
  public CellValue snapshot() {
    return switch (kind) {
      case BLANK -> new CellValue.Blank();
      case TEXT -> new CellValue.Text(raw);
      case NUMBER -> new CellValue.Numeric(number);
      case DATE -> new CellValue.DateSerial(number, dates);
      case LOGICAL -> new CellValue.Logical(logical());
      case ERROR -> new CellValue.ErrorValue(error);
      case UNCALCULATED -> new CellValue.Uncalculated(raw);
    };
  }

  private void require(CellKind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException(
          "asked for the " + wanted.label() + " of a cell that holds: " + kind.label());
    }
  }
}
