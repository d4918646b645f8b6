package dev.ingest.decode;

import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What becomes of a cell of a workbook. It is written as {@code "text"}, a number, a date, {@code
 * s60} for a serial under a date format, {@code TRUE}, {@code #N/A}, or {@code =formula} without a
 * value; what comes of it is a value, a null with its reason, or a problem.
 */
final class CellOutcomes {

  private CellOutcomes() {}

  static String of(CellDecoder<?> decoder, String cell) {
    byte[] xlsx = WorkbookBuilder.workbook().sheet("data").row(cellOf(cell)).bytes();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      return of(decoder, rows.next().cell(1));
    }
  }

  private static String of(CellDecoder<?> decoder, Cell cell) {
    try {
      Object value = decoder.decode(cell);
      return value == null ? "null (" + decoder.whyNull(cell) + ")" : value.toString();
    } catch (CellDecodeException refused) {
      String hint = refused.hint().isEmpty() ? "" : "; " + refused.hint();
      return refused.code() + ": " + refused.message() + hint;
    }
  }

  private static Object cellOf(String written) {
    if (written.startsWith("\"")) {
      return written.substring(1, written.length() - 1);
    }
    if (written.startsWith("#")) {
      return new CellError(written);
    }
    if (written.startsWith("=")) {
      return CellXml.uncalculated(written.substring(1));
    }
    if (written.equals("TRUE")) {
      return true;
    }
    if (written.startsWith("s")) {
      return CellXml.styled(written.substring(1), 1);
    }
    if (written.matches("\\d{4}-.*T.*")) {
      return LocalDateTime.parse(written);
    }
    return written.matches("\\d{4}-.*")
        ? LocalDate.parse(written)
        : CellXml.of("<v>" + written + "</v>");
  }
}
