package dev.ingest.workbook.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CsvField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The table gives back what was put in, as text and as field, wherever a page of it ends. */
class SharedStringsProperties {

  @Property(tries = 60)
  void textsComeBackAsTheyWere(@ForAll("tables") List<String> texts) {
    SharedStrings table = SharedStrings.of(texts);

    assertThat(table.size()).isEqualTo(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(table.get(i)).isEqualTo(texts.get(i));
    }
  }

  @Property(tries = 60)
  void theirFieldsAreThoseOfTheirBytes(@ForAll("tables") List<String> texts) throws IOException {
    SharedStrings table = SharedStrings.of(texts);

    for (int i = 0; i < texts.size(); i++) {
      byte[] utf8 = texts.get(i).getBytes(UTF_8);
      boolean sound = new String(utf8, UTF_8).equals(texts.get(i));
      boolean left = !sound || CsvField.kind(utf8, 0, utf8.length) == CsvField.LEFT;
      String field = left ? "left" : new String(CsvField.of(utf8), UTF_8);

      assertThat(copied(table, i)).isEqualTo(field);
      assertThat(table.hasField(i)).isEqualTo(!left);
    }
    assertThat(copied(table, -1)).isEqualTo("left");
    assertThat(copied(table, texts.size())).isEqualTo("left");
  }

  private static String copied(SharedStrings table, int index) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteSink out = new ByteSink(bytes);
    boolean copied = table.copy(index, out);
    out.flush();
    return copied ? bytes.toString(UTF_8) : "left";
  }

  /** Few texts with a little of everything; some are long enough to pass a page or more. */
  @Provide
  Arbitrary<List<String>> tables() {
    Arbitrary<String> text =
        Arbitraries.of("a", "é", "\"", ",", "\\", " ", "\n", "\ud83d")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    Arbitrary<String> any =
        text.flatMap(
            part ->
                Arbitraries.frequency(
                        Tuple.of(60, 1),
                        Tuple.of(2, 1_000),
                        Tuple.of(2, 60_000),
                        Tuple.of(1, 300_000))
                    .map(part::repeat));
    return any.list().ofMaxSize(40);
  }
}
