package dev.ingest.workbook;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A cell that outlives its row.
 *
 * @param date what {@link #dateTime()} returns; null if that is refused, or the cell has no date
 * @param noDate why it is refused
 */
record SnapshotCell(
    int column,
    CellValue snapshot,
    String raw,
    @Nullable LocalDateTime date,
    @Nullable DateTimeException noDate)
    implements Cell {

  /** Returns a cell that holds nothing. */
  static Cell blank(int column) {
    return new SnapshotCell(column, new CellValue.Blank(), "", null, null);
  }

  /** Copies a cell; a number too is asked for its date, since only the cell knows the base. */
  static Cell of(Cell cell, int column) {
    LocalDateTime date = null;
    DateTimeException noDate = null;
    if (cell.kind() == CellKind.NUMBER || cell.kind() == CellKind.DATE) {
      try {
        date = cell.dateTime();
      } catch (DateTimeException refused) {
        noDate = refused;
      }
    }
    return new SnapshotCell(column, cell.snapshot(), cell.raw(), date, noDate);
  }

  @Override
  public CellKind kind() {
    if (snapshot instanceof CellValue.Text) {
      return CellKind.TEXT;
    }
    if (snapshot instanceof CellValue.Numeric) {
      return CellKind.NUMBER;
    }
    if (snapshot instanceof CellValue.DateSerial) {
      return CellKind.DATE;
    }
    if (snapshot instanceof CellValue.Logical) {
      return CellKind.LOGICAL;
    }
    if (snapshot instanceof CellValue.ErrorValue) {
      return CellKind.ERROR;
    }
    return snapshot instanceof CellValue.Uncalculated ? CellKind.UNCALCULATED : CellKind.BLANK;
  }

  @Override
  public double number() {
    if (snapshot instanceof CellValue.DateSerial serial) {
      return serial.days();
    }
    if (snapshot instanceof CellValue.Numeric numeric) {
      return numeric.value();
    }
    throw mismatch(CellKind.NUMBER);
  }

  @Override
  public String text() {
    if (snapshot instanceof CellValue.Text text) {
      return text.value();
    }
    throw mismatch(CellKind.TEXT);
  }

  @Override
  public boolean logical() {
    if (snapshot instanceof CellValue.Logical logical) {
      return logical.value();
    }
    throw mismatch(CellKind.LOGICAL);
  }

  @Override
  public ExcelError error() {
    if (snapshot instanceof CellValue.ErrorValue error) {
      return error.code();
    }
    throw mismatch(CellKind.ERROR);
  }

  @Override
  public LocalDateTime dateTime() {
    if (noDate != null) {
      throw noDate;
    }
    if (date == null) {
      throw mismatch(CellKind.DATE);
    }
    return date;
  }

  private IllegalStateException mismatch(CellKind wanted) {
    return new IllegalStateException(
        "asked for the " + wanted.label() + " of a cell that holds: " + kind().label());
  }
}
