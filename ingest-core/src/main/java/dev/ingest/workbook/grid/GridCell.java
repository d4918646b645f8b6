package dev.ingest.workbook.grid;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.NumberText;
import java.time.LocalDateTime;

/** A cell that is filled again for each row. Blank until one of its setters is called. */
public final class GridCell implements Cell {

  private final DateSystem dates;
  private CellKind kind = CellKind.BLANK;
  private int column;
  private String text = "";
  private double number;
  private boolean logical;
  private ExcelError error = ExcelError.NA;

  GridCell(DateSystem dates) {
    this.dates = dates;
  }

  void clear(int newColumn) {
    column = newColumn;
    kind = CellKind.BLANK;
    text = "";
  }

  public void setText(String value) {
    kind = CellKind.TEXT;
    text = value;
  }

  /** Sets a finite number; one under a date format is a serial. */
  public void setNumber(double value, boolean date) {
    kind = date ? CellKind.DATE : CellKind.NUMBER;
    number = value;
  }

  public void setLogical(boolean value) {
    kind = CellKind.LOGICAL;
    logical = value;
  }

  public void setError(ExcelError value) {
    kind = CellKind.ERROR;
    error = value;
  }

  /** Sets a formula without a value; its text is not kept by the formats that use this. */
  public void setUncalculated() {
    kind = CellKind.UNCALCULATED;
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
    return text;
  }

  @Override
  public boolean logical() {
    require(CellKind.LOGICAL);
    return logical;
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
    return switch (kind) {
      case BLANK, UNCALCULATED -> "";
      case TEXT -> text;
      case NUMBER, DATE -> NumberText.plain(number);
      case LOGICAL -> logical ? "TRUE" : "FALSE";
      case ERROR -> error.code();
    };
  }

  @Override
  public CellValue snapshot() {
    return switch (kind) {
      case BLANK -> new CellValue.Blank();
      case TEXT -> new CellValue.Text(text);
      case NUMBER -> new CellValue.Numeric(number);
      case DATE -> new CellValue.DateSerial(number, dates);
      case LOGICAL -> new CellValue.Logical(logical);
      case ERROR -> new CellValue.ErrorValue(error);
      case UNCALCULATED -> new CellValue.Uncalculated("");
    };
  }

  private void require(CellKind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException(
          "asked for the " + wanted.label() + " of a cell that holds: " + kind.label());
    }
  }
}
