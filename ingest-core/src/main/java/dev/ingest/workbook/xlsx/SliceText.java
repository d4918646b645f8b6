package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Place;
import dev.ingest.workbook.part.References;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Slices of UTF-8 to text: references replaced, line ends normalised, escapes decoded. */
final class SliceText {

  private SliceText() {}

  /**
   * Returns the text.
   *
   * @param place where it is, asked for only when it is damaged
   * @param special what is in the slice: see {@link ByteClass}
   */
  static String decode(Place place, byte[] b, int from, int to, int special) {
    String text =
        (special & ByteClass.HIGH) == 0
            ? new String(b, from, to - from, StandardCharsets.ISO_8859_1)
            : strict(place, b, from, to);
    if ((special & ByteClass.RETURN) != 0) {
      text = text.replace("\r\n", "\n").replace('\r', '\n');
    }
    if ((special & ByteClass.REFERENCE) != 0) {
      text = References.replace(place, text);
    }
    return (special & ByteClass.UNDERSCORE) == 0 ? text : Escapes.decode(text);
  }

  private static String strict(Place place, byte[] b, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(b, from, to - from))
          .toString();
    } catch (CharacterCodingException broken) {
      throw Damage.at(place.where(), "expected UTF-8, found bytes that are none", broken);
    }
  }
}
