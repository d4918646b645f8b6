package dev.ingest.testkit.workbook;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;

/**
 * Cells without a workbook, for tests of decoders: {@code Cells.text("oops")}. Dates count from
 * 1900. All stand in column A; {@link Cell#copyTo} puts one elsewhere.
 */
public final class Cells {

  private Cells() {}

  /** Returns a cell that holds nothing. */
  public static Cell blank() {
    return new FixedCell(new CellValue.Blank(), CellKind.BLANK, "");
  }

  /** Returns a cell that holds text. */
  public static Cell text(String text) {
    return new FixedCell(new CellValue.Text(text), CellKind.TEXT, text);
  }

  /** Returns a cell that holds a number under no date format. */
  public static Cell number(double number) {
    return new FixedCell(new CellValue.Numeric(number), CellKind.NUMBER, Double.toString(number));
  }

  /** Returns a cell that holds a number under a date format, even one that is no date. */
  public static Cell serial(double days) {
    return new FixedCell(
        new CellValue.DateSerial(days, DateSystem.BASE_1900), CellKind.DATE, Double.toString(days));
  }

  /** Returns a cell that holds a date with time. */
  public static Cell date(LocalDateTime at) {
    return serial(DateSystem.BASE_1900.serial(at));
  }

  /** Returns a cell that holds TRUE or FALSE. */
  public static Cell logical(boolean value) {
    return new FixedCell(new CellValue.Logical(value), CellKind.LOGICAL, value ? "TRUE" : "FALSE");
  }

  /** Returns a cell that holds an error. */
  public static Cell error(ExcelError error) {
    return new FixedCell(new CellValue.ErrorValue(error), CellKind.ERROR, error.code());
  }

  /** Returns a cell that holds a formula that was saved without a value. */
  public static Cell uncalculated(String formula) {
    return new FixedCell(new CellValue.Uncalculated(formula), CellKind.UNCALCULATED, "=" + formula);
  }

  /** A cell that is asked for what it does not hold fails as a cell of a workbook does. */
  private record FixedCell(CellValue snapshot, CellKind kind, String raw) implements Cell {

    @Override
    public int column() {
      return 1;
    }

    @Override
    public double number() {
      if (snapshot instanceof CellValue.Numeric numeric) {
        return numeric.value();
      }
      return held(CellValue.DateSerial.class).days();
    }

    @Override
    public String text() {
      return held(CellValue.Text.class).value();
    }

    @Override
    public boolean logical() {
      return held(CellValue.Logical.class).value();
    }

    @Override
    public ExcelError error() {
      return held(CellValue.ErrorValue.class).code();
    }

    @Override
    public LocalDateTime dateTime() {
      return DateSystem.BASE_1900.dateTime(number());
    }

    private <V extends CellValue> V held(Class<V> type) {
      if (!type.isInstance(snapshot)) {
        throw new IllegalStateException(
            "asked for the " + type.getSimpleName() + " of a cell that holds: " + kind.label());
      }
      return type.cast(snapshot);
    }
  }
}
