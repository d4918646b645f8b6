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
    setNumber(value, "", date);
  }

  /** Sets a finite number as the file has it in text. */
  public void setNumber(double value, String stored, boolean date) {
    kind = date ? CellKind.DATE : CellKind.NUMBER;
    number = value;
    text = stored;
  }

  public void setLogical(boolean value) {
    kind = CellKind.LOGICAL;
    logical = value;
  }

  public void setError(ExcelError value) {
    kind = CellKind.ERROR;
    error = value;
  }

  /** Sets a formula without a value, whose text is not known. */
  public void setUncalculated() {
    setUncalculated("");
  }

  /** Sets a formula without a value. */
  public void setUncalculated(String formula) {
    kind = CellKind.UNCALCULATED;
    text = formula;
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
      case BLANK -> "";
      case TEXT, UNCALCULATED -> text;
      case NUMBER, DATE -> text.isEmpty() ? NumberText.plain(number) : text;
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
      case UNCALCULATED -> new CellValue.Uncalculated(text);
    };
  }

  private void require(CellKind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException(
          "asked for the " + wanted.label() + " of a cell that holds: " + kind.label());
    }
  }
}
