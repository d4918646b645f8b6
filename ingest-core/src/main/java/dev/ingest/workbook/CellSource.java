package dev.ingest.workbook;

import java.util.Optional;

/**
 * What a file stores of one cell, as it stores it.
 *
 * @param where the part, record or field: {@code xl/worksheets/sheet1.xml}, {@code record NUMBER
 *     (0203) at byte 1234}, {@code record 4, field 3}
 * @param text the XML of the element, the bytes of the record in hexadecimal, the text of the field
 * @param shared the XML of the shared string that the cell refers to
 * @param style the cell's style, where the format has any
 */
public record CellSource(
    String where, String text, Optional<String> shared, Optional<CellStyle> style) {

  /** Makes one of a format without shared strings and styles. */
  public static CellSource of(String where, String text) {
    return new CellSource(where, text, Optional.empty(), Optional.empty());
  }
}
