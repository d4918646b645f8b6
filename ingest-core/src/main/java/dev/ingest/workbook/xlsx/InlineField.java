package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CsvField;
import dev.ingest.workbook.bytes.Utf8;
import java.nio.charset.StandardCharsets;

/** Text that stands in the sheet itself, as a CSV field. */
final class InlineField {

  private InlineField() {}

  /**
   * Whether the bytes are the text: no reference, no line end to normalise, no escape, and UTF-8.
   */
  static boolean isAsItStands(byte[] bytes, int from, int to, int special) {
    return (special & (ByteClass.REFERENCE | ByteClass.RETURN)) == 0
        && ((special & ByteClass.UNDERSCORE) == 0 || !Escapes.mayBeIn(bytes, from, to))
        && ((special & ByteClass.HIGH) == 0 || Utf8.isText(bytes, from, to));
  }

  /** Copies UTF-8 as a CSV field; returns false where that is for the reader of objects. */
  static boolean copy(byte[] b, int from, int to, ByteSink into) {
    int kind = CsvField.kind(b, from, to);
    if (kind == CsvField.PLAIN) {
      into.write(b, from, to - from);
    } else if (kind == CsvField.QUOTED) {
      byte[] room = into.room(CsvField.room(to - from));
      into.endAt(CsvField.quote(b, from, to, room, into.mark()));
    }
    return kind != CsvField.LEFT;
  }

  /**
   * Copies a text once it is decoded. Half a surrogate pair has no UTF-8, and damage is for the
   * reader of objects to word.
   */
  static boolean copy(SliceCell cell, ByteSink into) {
    String text;
    try {
      text = cell.text();
    } catch (WorkbookException damaged) {
      return false;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8).equals(text)
        && copy(utf8, 0, utf8.length, into);
  }
}
