package dev.ingest.workbook.ods;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;

/** A cell: a value at a column. */
record OdsCell(int column, OdsValue value, OdsDates dates) implements Cell {

  @Override
  public CellKind kind() {
    return value.kind();
  }

  @Override
  public double number() {
    if (kind() != CellKind.DATE) {
      require(CellKind.NUMBER);
    }
    return value.number();
  }

  @Override
  public String text() {
    require(CellKind.TEXT);
    return value.raw();
  }

  @Override
  public boolean logical() {
    require(CellKind.LOGICAL);
    return value.raw().equals("TRUE");
  }

  @Override
  public ExcelError error() {
    require(CellKind.ERROR);
    return value.error();
  }

  @Override
  public LocalDateTime dateTime() {
    LocalDateTime stored = value.at();
    if (stored != null) {
      return stored;
    }
    double serial = number();
    return kind() == CellKind.NUMBER ? dates.dateOfNumber(serial) : dates.dateOfSerial(serial);
  }

  @Override
  public String raw() {
    return value.raw();
  }

  @Override
  public CellValue snapshot() {
    return switch (kind()) {
      case BLANK -> new CellValue.Blank();
      case TEXT -> new CellValue.Text(text());
      case NUMBER -> new CellValue.Numeric(number());
      case DATE -> new CellValue.DateSerial(number(), dates.system());
      case LOGICAL -> new CellValue.Logical(logical());
      case ERROR -> new CellValue.ErrorValue(error());
      case UNCALCULATED -> new CellValue.Uncalculated(raw());
    };
  }

  private void require(CellKind wanted) {
    if (kind() != wanted) {
      throw new IllegalStateException(
          "asked for the " + wanted.label() + " of a cell that holds: " + kind().label());
    }
  }
}
