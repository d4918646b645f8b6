package dev.ingest.workbook.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bytes are taken for text where the JDK's strict decoder takes them, too. */
class Utf8Properties {

  @Property(tries = 5_000)
  void textIsWhatTheStrictDecoderTakes(@ForAll("bytes") byte[] bytes) {
    assertThat(Utf8.isText(bytes, 0, bytes.length)).isEqualTo(isText(bytes));
  }

  @Property(tries = 5_000)
  void whatIsCalledTrimmedIsTrimmed(@ForAll("texts") String text) {
    byte[] bytes = text.getBytes(UTF_8);

    if (Utf8.isTrimmed(bytes, 0, bytes.length)) {
      assertThat(Texts.trim(text)).isEqualTo(text).isNotEmpty();
    }
  }

  private static boolean isText(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().noneMatch(c -> c == 0xfffe || c == 0xffff);
    } catch (CharacterCodingException broken) {
      return false;
    }
  }

  /** Sound characters from all lengths, some with a byte changed. */
  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<Byte> lead =
        Arbitraries.of(0x41, 0x7f, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff)
            .map(Integer::byteValue);
    Arbitrary<Byte> next =
        Arbitraries.of(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbe, 0xbf, 0xc0)
            .map(Integer::byteValue);
    Arbitrary<byte[]> odd =
        Arbitraries.oneOf(lead, next, next).array(byte[].class).ofMinSize(0).ofMaxSize(6);
    Arbitrary<byte[]> sound = texts().map(text -> text.getBytes(UTF_8));
    return Arbitraries.oneOf(odd, sound);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            " ",
            "\u00a0",
            "\u00e9",
            "\u00bf",
            "\u1680",
            "\u1ebf",
            "\u2003",
            "\u2013",
            "\u201d",
            "\u2026",
            "\u2028",
            "\u205f",
            "\u3000",
            "\u3042",
            "\uffff",
            "\ud83d\ude42",
            "\t")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }
}
