package dev.ingest.aws.redshift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.format.RowWriter;
import dev.ingest.load.LoadException;
import dev.ingest.row.RowSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of CSV so that Redshift tells null from the empty text. */
class NullMarksTest {

  record Line(@Nullable String a, @Nullable Integer n, @Nullable String b) {}

  private static String marked(String csv, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NullMarks marks = new NullMarks(out)) {
      byte[] bytes = csv.getBytes(UTF_8);
      for (int at = 0; at < bytes.length; at += piece) {
        marks.write(bytes, at, Math.min(piece, bytes.length - at));
      }
    }
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a,b,c      ~ a,b,c",
        "a,,c       ~ a,<null>,c",
        ",,         ~ <null>,<null>,<null>",
        "\"\",,\"\" ~ \"\",<null>,\"\"",
        "\",,\",    ~ \",,\",<null>",
        "\"\"\"\",  ~ \"\"\"\",<null>",
        "é,,ü       ~ é,<null>,ü",
      })
  void emptyFieldsWithoutQuotesAreMarked(String line, String expected) throws IOException {
    assertThat(marked(line + "\n", 1024))
        .isEqualTo(expected.replace("<null>", RedshiftCsv.NULL) + "\n");
  }

  @Test
  void anEmptyLineIsANull() throws IOException {
    assertThat(marked("a\n\n\"\"\n", 1024)).isEqualTo("a\n@null:7fae9c@\n\"\"\n");
  }

  @Property(tries = 300)
  void howTheBytesComeMakesNoDifference(
      @ForAll List<@IntRange(max = 5) Integer> picks, @ForAll @IntRange(min = 1, max = 7) int piece)
      throws IOException {
    StringBuilder csv = new StringBuilder();
    picks.forEach(
        pick ->
            csv.append(List.of("", "a", "\"\"", "\"x,\n\"", "ü", "\\N").get(pick))
                .append(pick % 2 == 0 ? ',' : '\n'));

    assertThat(marked(csv.toString(), piece)).isEqualTo(marked(csv.toString(), 4096));
  }

  @Test
  void rowsAreWrittenWithMarks() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter<Line> writer = new RedshiftCsv().open(RowSchema.of(Line.class), out);
    writer.write(new Line("x", 1, null));
    writer.write(new Line(null, null, ""));
    writer.write(new Line("a\n,\"b", 2, "@null@"));
    writer.finish();

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "a,n,b\nx,1,@null:7fae9c@\n@null:7fae9c@,@null:7fae9c@,\"\"\n\"a\n,\"\"b\",2,@null@\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {"a,@null:7fae9c@", "a,\"@null:7fae9c@\""})
  void aTextThatEqualsTheMarkIsRefused(String line) {
    assertThatThrownBy(() -> marked("x,y\n" + line + "\n", 3))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "line 2 of the CSV: expected any text but @null:7fae9c@, which is the mark for null, found it; nothing was loaded; change that cell");
  }

  @Test
  void whatIsAlmostTheMarkIsAText() throws IOException {
    String csv = "@null:7fae9c,@null:7fae9c@@,@@null:7fae9c@,\"@null:7fae9c@\"\"\"\n";

    assertThat(marked(csv, 2)).isEqualTo(csv);
  }
}
