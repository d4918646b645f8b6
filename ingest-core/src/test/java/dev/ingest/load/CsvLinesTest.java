package dev.ingest.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.row.RowSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row of a file stands on a line. */
class CsvLinesTest {

  private static final String FILE =
      """
      id,note
      1,one
      2,"two
      ""2""

      lines"
      3,
      """;

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 2", "4, 2", "5, 2", "6, 2", "7, 3", "8, 0", "100, 0"})
  void aValueMayHoldLines(long line, long record) throws IOException {
    assertThat(CsvLines.record(new ByteArrayInputStream(FILE.getBytes(UTF_8)), line))
        .isEqualTo(record);
  }

  record Note(String id, String note) {}

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("a\",\r\n ü").ofMaxLength(6);
  }

  /** Databases count the line feeds that they have passed. */
  @Property(tries = 300)
  void eachLineIsThatOfItsRow(@ForAll List<@From("texts") String> texts) throws IOException {
    RowSchema<Note> schema = RowSchema.of(Note.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter<Note> writer = new CsvFormat().open(schema, out);
    List<Long> lines = new ArrayList<>(List.of(0L));
    for (int i = 0; i < texts.size(); i++) {
      writer.write(new Note("" + i, texts.get(i)));
      long breaks = texts.get(i).chars().filter(c -> c == '\n').count();
      for (long line = 0; line <= breaks; line++) {
        lines.add(i + 1L);
      }
    }
    writer.finish();

    for (int line = 1; line <= lines.size(); line++) {
      assertThat(CsvLines.record(new ByteArrayInputStream(out.toByteArray()), line))
          .isEqualTo(lines.get(line - 1));
    }
  }
}
