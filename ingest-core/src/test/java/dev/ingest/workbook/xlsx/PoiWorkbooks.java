package dev.ingest.workbook.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Random workbooks as Apache POI writes them. */
final class PoiWorkbooks {

  /** Formats that are a date, or none, to everybody; POI knows none of 27-36 and 50-58. */
  private static final List<String> FORMATS =
      List.of(
          "General",
          "0.00",
          "#,##0.00;[Red]-#,##0.00",
          "0%",
          "@",
          "0\" days\"",
          "yyyy-mm-dd",
          "m/d/yy h:mm",
          "[h]:mm:ss",
          "[$-409]d-mmm-yy;@",
          "mm:ss.0");

  /**
   * A cell to write.
   *
   * @param content a text, number, boolean, error, {@link Rich}, or null for a styled blank
   * @param formula whether the content is a formula's cached value
   */
  record Made(int row, int column, Object content, boolean formula, String format) {}

  /** Text in runs, every other one bold. */
  record Rich(List<String> runs) {}

  /** A sheet to write. */
  record MadeSheet(
      String name,
      SheetVisibility visibility,
      List<Made> cells,
      boolean hiddenRow,
      boolean merged) {}

  /** A workbook to write. */
  record MadeWorkbook(boolean date1904, List<MadeSheet> sheets) {

    byte[] xlsx() {
      try (XSSFWorkbook workbook = new XSSFWorkbook();
          ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        if (date1904) {
          workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        Writer writer = new Writer(workbook);
        sheets.forEach(writer::sheet);
        workbook.write(out);
        return out.toByteArray();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private PoiWorkbooks() {}

  static Arbitrary<MadeWorkbook> all() {
    Arbitrary<List<MadeSheet>> sheets =
        sheets().list().ofMinSize(1).ofMaxSize(3).uniqueElements(sheet -> sheet.name());
    return Combinators.combine(Arbitraries.of(false, false, true), sheets).as(MadeWorkbook::new);
  }

  private static Arbitrary<MadeSheet> sheets() {
    return Combinators.combine(
            Arbitraries.of("data", "a & b", "日本", "<x>", "O'Neil", "it \"is\""),
            Arbitraries.of(
                SheetVisibility.VISIBLE, SheetVisibility.HIDDEN, SheetVisibility.VERY_HIDDEN),
            cells().list().ofMaxSize(30),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true))
        .as(MadeSheet::new);
  }

  private static Arbitrary<Made> cells() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(0, 9)),
                Tuple.of(1, Arbitraries.of(1_000, 65_536, 1_048_575))),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(0, 6)),
                Tuple.of(1, Arbitraries.of(25, 26, 701, 702, 16_383))),
            contents(),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(FORMATS))
        .as(Made::new);
  }

  private static Arbitrary<Object> contents() {
    return Arbitraries.oneOf(
        texts().asGeneric(),
        numbers().asGeneric(),
        Arbitraries.of(true, false).asGeneric(),
        Arbitraries.of(
                FormulaError.NA,
                FormulaError.DIV0,
                FormulaError.REF,
                FormulaError.VALUE,
                FormulaError.NAME,
                FormulaError.NUM,
                FormulaError.NULL)
            .asGeneric(),
        texts().list().ofMinSize(1).ofMaxSize(4).map(Rich::new).asGeneric(),
        Arbitraries.just("").asGeneric());
  }

  static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.longs().map(Long::doubleValue),
        Arbitraries.integers().between(0, 60_000).map(Integer::doubleValue),
        Arbitraries.longs().between(0, 100_000_000_000L).map(scaled -> scaled / 1e4),
        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1 / 3.0, 1e15, 1e16));
  }

  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of("UK", " kept ", "a\nb\tc", "_x0041_", "_x005F_x0041_", "_x12_", "1"),
        Arbitraries.strings().withChars("<>&\"'_x0aF é日\ud83d\ude00").ofMaxLength(12));
  }

  private static final class Writer {

    private final XSSFWorkbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final XSSFFont bold;

    Writer(XSSFWorkbook workbook) {
      this.workbook = workbook;
      this.bold = workbook.createFont();
      bold.setBold(true);
    }

    void sheet(MadeSheet made) {
      XSSFSheet sheet = workbook.createSheet(made.name());
      made.cells().forEach(cell -> cell(sheet, cell));
      if (made.hiddenRow() && sheet.getRow(1) != null) {
        sheet.getRow(1).setZeroHeight(true);
      }
      if (made.merged()) {
        sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
      }
      workbook.setSheetVisibility(workbook.getSheetIndex(sheet), made.visibility());
    }

    private void cell(XSSFSheet sheet, Made made) {
      XSSFRow row = sheet.getRow(made.row());
      XSSFCell cell = (row == null ? sheet.createRow(made.row()) : row).createCell(made.column());
      cell.setCellStyle(styles.computeIfAbsent(made.format(), this::style));
      if (made.formula() && !(made.content() instanceof Rich)) {
        cell.setCellFormula("A1+1");
      }
      fill(cell, made.content());
    }

    private CellStyle style(String format) {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      return style;
    }

    private void fill(XSSFCell cell, Object content) {
      if (content instanceof String text) {
        cell.setCellValue(text);
      } else if (content instanceof Double number) {
        cell.setCellValue(number);
      } else if (content instanceof Boolean logical) {
        cell.setCellValue(logical);
      } else if (content instanceof FormulaError error) {
        cell.setCellErrorValue(error);
      } else if (content instanceof Rich rich) {
        XSSFRichTextString text = new XSSFRichTextString();
        for (int i = 0; i < rich.runs().size(); i++) {
          text.append(rich.runs().get(i), i % 2 == 0 ? bold : null);
        }
        cell.setCellValue(text);
      }
    }
  }
}
