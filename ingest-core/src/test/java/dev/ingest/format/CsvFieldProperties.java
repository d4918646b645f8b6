package dev.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.Texts;
import dev.ingest.workbook.bytes.CsvField;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The field that is made of bytes is the field that is made of characters. */
class CsvFieldProperties {

  @Property(tries = 5_000)
  void trimmedTextHasOneField(@ForAll("texts") String text) throws IOException {
    String trimmed = Texts.trim(text);
    Assume.that(!trimmed.isEmpty());

    assertThat(new String(CsvField.of(trimmed.getBytes(UTF_8)), UTF_8)).isEqualTo(written(trimmed));
  }

  @Property(tries = 5_000)
  void theKindSaysWhetherTheFieldIsQuoted(@ForAll("texts") String text) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    String kind =
        switch (CsvField.kind(utf8, 0, utf8.length)) {
          case CsvField.PLAIN -> text;
          case CsvField.QUOTED -> '"' + text.replace("\"", "\"\"") + '"';
          default -> "left";
        };

    assertThat(kind).isIn("left", written(text));
  }

  @Example
  void everydayTextIsNotLeft() {
    for (String text : new String[] {"UK", "São Paulo", "—", "“x”", "°C", "được", "日本", "🙂"}) {
      byte[] utf8 = text.getBytes(UTF_8);
      assertThat(CsvField.kind(utf8, 0, utf8.length)).as(text).isEqualTo(CsvField.PLAIN);
    }
  }

  private static String written(String text) throws IOException {
    byte[] field = new CsvText().field(text);
    return new String(field, 0, field.length - 1, UTF_8); // without the comma behind it
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("\"", ",", "\n", "\r", "\\", " ", "\u00a0", "a", "é", "—", "日", "?", "\t")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
