package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.bytes.CellSlices;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** A cell as a slice of the sheet's bytes, decoded when asked. */
final class SliceCell implements Cell, Place {

  private final SliceRow row;
  private final XlsxTables tables;
  private int column;
  private int index = -1;

  SliceCell(SliceRow row, XlsxTables tables) {
    this.row = row;
    this.tables = tables;
  }

  /** Shows another cell; the index is -1 where none is stored in the column. */
  SliceCell show(int newColumn, int newIndex) {
    column = newColumn;
    index = newIndex;
    return this;
  }

  @Override
  public CellKind kind() {
    return index < 0 ? CellKind.BLANK : row.kindAt(index);
  }

  /** Looks at the first byte before it makes a text of them all. */
  @Override
  public boolean isBlank() {
    return index < 0 || !row.isSurelyText(index) && Cell.super.isBlank();
  }

  @Override
  public int column() {
    return column;
  }

  @Override
  public double number() {
    int type = type();
    if (type == CellSlices.ISO_DATE) {
      return serial();
    }
    if (type != CellSlices.NUMBER && type != CellSlices.DATE) {
      throw mismatch(CellKind.NUMBER);
    }
    double number = row.numberAt(index);
    if (Double.isNaN(number)) {
      throw damaged("expected a number, found");
    }
    return number;
  }

  @Override
  public String text() {
    int type = type();
    if (type == CellSlices.SHARED) {
      return shared();
    }
    if (type != CellSlices.TEXT) {
      throw mismatch(CellKind.TEXT);
    }
    return SliceText.decode(
        this, row.bytes(), slices().start(index), slices().end(index), slices().special(index));
  }

  @Override
  public boolean logical() {
    if (type() != CellSlices.LOGICAL) {
      throw mismatch(CellKind.LOGICAL);
    }
    return switch (stored()) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw damaged("expected a boolean, found");
    };
  }

  @Override
  public ExcelError error() {
    if (type() != CellSlices.ERROR) {
      throw mismatch(CellKind.ERROR);
    }
    Optional<ExcelError> error = ExcelError.of(stored());
    if (error.isEmpty()) {
      throw damaged("expected a known error value, found");
    }
    return error.get();
  }

  @Override
  public LocalDateTime dateTime() {
    return row.days().dateTime(number());
  }

  @Override
  public String raw() {
    return switch (kind()) {
      case BLANK -> "";
      case TEXT -> text();
      case LOGICAL -> logical() ? "TRUE" : "FALSE";
      case ERROR -> error().code();
      default -> stored();
    };
  }

  @Override
  public CellValue snapshot() {
    return switch (kind()) {
      case BLANK -> new CellValue.Blank();
      case TEXT -> new CellValue.Text(text());
      case NUMBER -> new CellValue.Numeric(number());
      case DATE -> new CellValue.DateSerial(number(), tables.dates());
      case LOGICAL -> new CellValue.Logical(logical());
      case ERROR -> new CellValue.ErrorValue(error());
      case UNCALCULATED -> new CellValue.Uncalculated(stored());
    };
  }

  @Override
  public String where() {
    return row.part() + ": " + new CellAddress(row.sheet(), row.number(), column);
  }

  private int type() {
    return index < 0 ? CellSlices.NONE : slices().kind(index);
  }

  private String shared() {
    String item = row.strings().get(row.sharedIndex(index));
    if (item == null) {
      throw damaged("expected one of " + row.strings().size() + " shared strings, found index");
    }
    return item;
  }

  private double serial() {
    try {
      return IsoDates.serial(stored(), tables.dates());
    } catch (DateTimeException broken) {
      throw damaged("expected an ISO 8601 date, found");
    }
  }

  private String stored() {
    int from = slices().start(index);
    int to = slices().end(index);
    return new String(row.bytes(), from, to - from, StandardCharsets.UTF_8).strip();
  }

  private CellSlices slices() {
    return row.slices();
  }

  private WorkbookException damaged(String expected) {
    return Damage.at(where(), "%s \"%s\"".formatted(expected, Names.shown(stored())));
  }

  private IllegalStateException mismatch(CellKind wanted) {
    return new IllegalStateException(
        "asked for the " + wanted.label() + " of a cell that holds: " + kind().label());
  }
}
