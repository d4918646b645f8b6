package dev.ingest.workbook.ods;

import dev.ingest.workbook.ExcelError;
import java.util.Map;
import java.util.Optional;

/**
 * Error values by the text that the cell shows, which is all that a spreadsheet stores of them.
 * LibreOffice has more errors than Excel; those that Excel lacks map as LibreOffice saves them to
 * .xlsx.
 */
final class OdsErrors {

  private static final String NUMBERED = "Err:";

  private static final Map<String, ExcelError> BY_NUMBER =
      Map.ofEntries(
          Map.entry("502", ExcelError.VALUE),
          Map.entry("503", ExcelError.NUM),
          Map.entry("504", ExcelError.VALUE),
          Map.entry("507", ExcelError.VALUE),
          Map.entry("508", ExcelError.VALUE),
          Map.entry("509", ExcelError.VALUE),
          Map.entry("510", ExcelError.VALUE),
          Map.entry("511", ExcelError.VALUE),
          Map.entry("519", ExcelError.VALUE),
          Map.entry("522", ExcelError.VALUE),
          Map.entry("524", ExcelError.REF),
          Map.entry("525", ExcelError.NAME),
          Map.entry("532", ExcelError.DIV_0));

  private OdsErrors() {}

  /** Finds the error that a text stands for in every language. */
  static Optional<ExcelError> of(String shown) {
    if (shown.startsWith(NUMBERED) && isThreeDigits(shown.substring(NUMBERED.length()))) {
      String number = shown.substring(NUMBERED.length());
      return Optional.of(BY_NUMBER.getOrDefault(number, ExcelError.UNKNOWN));
    }
    return ExcelError.of(shown);
  }

  /**
   * Returns the error of a cell that is marked as one; the text may be in the writer's language.
   */
  static OdsValue value(String shown) {
    return OdsValue.error(of(shown).orElse(ExcelError.UNKNOWN), shown);
  }

  private static boolean isThreeDigits(String text) {
    return text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
