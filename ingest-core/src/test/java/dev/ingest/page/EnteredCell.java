package dev.ingest.page;

import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Cells as the page writes them: as a person enters them in a spreadsheet. */
final class EnteredCell {

  private EnteredCell() {}

  /** Returns a cell for a {@link dev.ingest.testkit.workbook.WorkbookBuilder}. */
  static @Nullable Object of(String written) {
    String text = written.replace('⍽', '\u00a0');
    if (text.equals("(blank)")) {
      return null;
    }
    if (text.startsWith("'")) {
      return text.substring(1);
    }
    if (text.startsWith("=")) {
      return CellXml.uncalculated(text.substring(1));
    }
    if (text.startsWith("<")) {
      return stored(text);
    }
    if (text.startsWith("#")) {
      return new CellError(text);
    }
    if (text.endsWith(" as a date")) {
      return CellXml.styled(text.substring(0, text.indexOf(' ')), 1);
    }
    return text.equals("TRUE") || text.equals("FALSE")
        ? Boolean.valueOf(text.equals("TRUE"))
        : number(text);
  }

  private static Object number(String text) {
    if (text.matches("-?[0-9.]+(E[-+]?[0-9]+)?")) {
      return new BigDecimal(text);
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return LocalDate.parse(text);
    }
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+")
        ? LocalDateTime.parse(text.replace(' ', 'T'))
        : text;
  }

  /** The element of a cell, without its reference. */
  private static CellXml stored(String xml) {
    int end = xml.indexOf('>');
    return new CellXml(
        xml.substring("<c".length(), end).strip(),
        xml.substring(end + 1, xml.length() - "</c>".length()));
  }
}
