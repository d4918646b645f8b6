package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as Apache POI's user model reads it, in this project's words: sheets with their
 * visibility, hidden rows, and the value at each address that has one.
 */
final class PoiCells {

  private final XSSFWorkbook workbook;
  private final Map<String, Object> all = new TreeMap<>();

  private PoiCells(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  static Map<String, Object> of(byte[] xlsx) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      PoiCells cells = new PoiCells(workbook);
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        Sheet sheet = workbook.getSheetAt(i);
        cells.all.put(sheet.getSheetName(), workbook.getSheetVisibility(i).name());
        cells.read(sheet);
      }
      return cells.all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read(Sheet sheet) {
    for (Row row : sheet) {
      if (row.getZeroHeight()) {
        all.put(sheet.getSheetName() + " row " + (row.getRowNum() + 1), "hidden");
      }
      for (Cell cell : row) {
        CellValue value = value((XSSFCell) cell);
        if (!(value instanceof CellValue.Blank)) {
          String address =
              CellAddress.columnName(cell.getColumnIndex() + 1) + (cell.getRowIndex() + 1);
          all.put(sheet.getSheetName() + "!" + address, value);
        }
      }
    }
  }

  private CellValue value(XSSFCell cell) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    if (formula && !cell.getCTCell().isSetV()) { // POI would say 0
      return new CellValue.Uncalculated(cell.getCTCell().getF().getStringValue());
    }
    return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case STRING -> new CellValue.Text(cell.getRichStringCellValue().getString());
      case NUMERIC -> number(cell);
      case BOOLEAN -> new CellValue.Logical(cell.getBooleanCellValue());
      case ERROR ->
          new CellValue.ErrorValue(
              ExcelError.of(FormulaError.forInt(cell.getErrorCellValue()).getString())
                  .orElseThrow());
      default -> new CellValue.Blank();
    };
  }

  private CellValue number(XSSFCell cell) {
    double number = cell.getNumericCellValue();
    short format = cell.getCellStyle().getDataFormat();
    boolean date = DateUtil.isADateFormat(format, cell.getCellStyle().getDataFormatString());
    DateSystem system = workbook.isDate1904() ? DateSystem.BASE_1904 : DateSystem.BASE_1900;
    return date ? new CellValue.DateSerial(number, system) : new CellValue.Numeric(number);
  }
}
