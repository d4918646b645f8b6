package dev.ingest.workbook.text;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record.
 *
 * @param value null where it is empty and not quoted
 */
record TextCell(int column, @Nullable String value) implements Cell {

  @Override
  public CellKind kind() {
    return value == null ? CellKind.BLANK : CellKind.TEXT;
  }

  @Override
  public String text() {
    if (value == null) {
      throw refuse(CellKind.TEXT);
    }
    return value;
  }

  @Override
  public double number() {
    throw refuse(CellKind.NUMBER);
  }

  @Override
  public boolean logical() {
    throw refuse(CellKind.LOGICAL);
  }

  @Override
  public ExcelError error() {
    throw refuse(CellKind.ERROR);
  }

  @Override
  public LocalDateTime dateTime() {
    throw refuse(CellKind.DATE);
  }

  @Override
  public String raw() {
    return value == null ? "" : value;
  }

  @Override
  public CellValue snapshot() {
    return value == null ? new CellValue.Blank() : new CellValue.Text(value);
  }

  private IllegalStateException refuse(CellKind wanted) {
    return new IllegalStateException(
        "asked for the " + wanted.label() + " of a cell that holds: " + kind().label());
  }
}
