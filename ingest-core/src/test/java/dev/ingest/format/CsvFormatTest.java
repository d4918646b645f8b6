package dev.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.row.RowSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file for PostgreSQL and Redshift alike: null and the empty text are told apart. */
class CsvFormatTest {

  record Text(String first, @Nullable String second) {}

  record Everything(
      String text,
      double real,
      float single,
      long whole,
      int integer,
      short small,
      byte tiny,
      boolean flag,
      BigDecimal decimal,
      LocalDate date,
      LocalDateTime at,
      DayOfWeek day,
      Optional<String> optional) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "UK;            UK",
        "New York;      New York",
        "~~;            ~\"\"~",
        "~ ~;           ~\" \"~",
        "~ a~;          ~\" a\"~",
        "~a ~;          ~\"a \"~",
        "a,b;           ~\"a,b\"~",
        "a\"b;          ~\"a\"\"b\"~",
        "~a\nb~;        ~\"a\nb\"~",
        "~a\rb~;        ~\"a\rb\"~",
        "\\.;           ~\"\\.\"~",
        "\\N;           ~\"\\N\"~",
        "a\\b;          a\\b",
        "~it's~;        it's",
        "NULL;          NULL",
        "=cmd|'/c'!A1;  =cmd|'/c'!A1",
        "日本 🙂;        日本 🙂",
        "~\t~;          ~\t~",
        "a;             a",
      })
  void textIsQuotedWhereItMustBe(String text, String field) throws IOException {
    assertThat(csv(Text.class, new Text(text, "x"))).isEqualTo("first,second\n" + field + ",x\n");
  }

  @Test
  void nullIsTheEmptyFieldAndEmptyTextIsNot() throws IOException {
    assertThat(csv(Text.class, new Text("a", null), new Text("b", "")))
        .isEqualTo(
            """
            first,second
            a,
            b,""
            """);
  }

  @Test
  void valuesAreWrittenWithoutLocaleOrExponent() throws IOException {
    Everything row =
        new Everything(
            "UK",
            1e21,
            1.5e-7f,
            -9007199254740992L,
            88,
            (short) -1,
            (byte) 127,
            true,
            new BigDecimal("1E+3"),
            LocalDate.of(2020, 2, 1),
            LocalDateTime.of(2020, 2, 1, 19, 0, 0),
            DayOfWeek.MONDAY,
            Optional.empty());

    assertThat(csv(Everything.class, row))
        .isEqualTo(
            """
            text,real,single,whole,integer,small,tiny,flag,decimal,date,at,day,optional
            UK,1000000000000000000000.0,0.00000015,-9007199254740992,88,-1,127,true,1000,2020-02-01,2020-02-01T19:00:00,MONDAY,
            """);
  }

  record Real(@Nullable Double value) {}

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "0.65, 0.65",
    "88, 88.0",
    "1e-7, 0.0000001",
    "1e15, 1000000000000000.0"
  })
  void aFloatingNumberShowsThatItIsOne(double value, String field) throws IOException {
    assertThat(csv(Real.class, new Real(value))).isEqualTo("value\n" + field + "\n");
  }

  @Test
  void withoutRowsThereIsAHeader() throws IOException {
    assertThat(csv(Text.class)).isEqualTo("first,second\n");
  }

  @Test
  void textThatIsNoUnicodeIsNotReplaced() {
    assertThatThrownBy(() -> csv(Text.class, new Text("\ud800", null)))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };

    new CsvFormat().open(RowSchema.of(Text.class), out).finish();

    assertThat(out.toString(UTF_8)).isEqualTo("first,second\n");
  }

  @Test
  void theFormatNamesItself() {
    assertThat(new CsvFormat().extension()).isEqualTo("csv");
    assertThat(new CsvFormat().contentType()).isEqualTo("text/csv; charset=utf-8; header=present");
  }

  @SafeVarargs
  private static <R extends Record> String csv(Class<R> type, R... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter<R> writer = new CsvFormat().open(RowSchema.of(type), out);
    for (R row : rows) {
      writer.write(row);
    }
    writer.finish();
    return out.toString(UTF_8);
  }
}
