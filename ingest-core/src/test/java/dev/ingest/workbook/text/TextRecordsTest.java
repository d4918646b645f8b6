package dev.ingest.workbook.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.WorkbookSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of a text, and the cells that they are. */
class TextRecordsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a,b\n1,2\n", "A1 \"a\", B1 \"b\"\nA2 \"1\", B2 \"2\""),
        Arguments.of("a,b\r\n1,2", "A1 \"a\", B1 \"b\"\nA2 \"1\", B2 \"2\""),
        Arguments.of("a,b\r1,2\r", "A1 \"a\", B1 \"b\"\nA2 \"1\", B2 \"2\""),
        Arguments.of("a,,c\n,,\n", "A1 \"a\", C1 \"c\"\nrow 2"),
        Arguments.of("a,\"\",\"\"\n", "A1 \"a\", B1 \"\", C1 \"\""),
        Arguments.of("a,b\n\n\n1,2\n", "A1 \"a\", B1 \"b\"\nrow 2\nrow 3\nA4 \"1\", B4 \"2\""),
        Arguments.of(
            "a,b\n1\n1,2,3\n", "A1 \"a\", B1 \"b\"\nA2 \"1\"\nA3 \"1\", B3 \"2\", C3 \"3\""),
        Arguments.of("\"a,b\",\"c\"\"d\"\n", "A1 \"a,b\", B1 \"c\"d\""),
        Arguments.of("\"two\nlines\",x\ny,z\n", "A1 \"two\nlines\", B1 \"x\"\nA2 \"y\", B2 \"z\""),
        Arguments.of(" a , b\n", "A1 \" a \", B1 \" b\""),
        Arguments.of("5\" pipe,b\n", "A1 \"5\" pipe\", B1 \"b\""),
        Arguments.of(
            "007,1e5,TRUE,#N/A,2020-02-01\n",
            "A1 \"007\", B1 \"1e5\", C1 \"TRUE\", D1 \"#N/A\", E1 \"2020-02-01\""),
        Arguments.of("x", "A1 \"x\""),
        Arguments.of("\n", "row 1"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void eachRecordIsARowOfTexts(String text, String cells) {
    assertThat(read(text)).isEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource({
    "metrics.csv, metrics",
    "s3://bucket/in/metrics.2020.tsv, metrics.2020",
    "folder\\metrics, metrics",
    ".csv, data",
    "' .csv', data",
  })
  void theSheetIsNamedAfterTheFile(String file, String sheet) {
    try (Workbook workbook = open(file, "a,b\n", ReadOptions.defaults())) {
      assertThat(workbook.sheets()).hasSize(1);
      assertThat(workbook.sheets().get(0).name()).isEqualTo(sheet);
      assertThat(workbook.kind()).isEqualTo(FileKind.TEXT);
      assertThat(workbook.dateSystem()).isEqualTo(DateSystem.BASE_1900);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "~a,b\n1,\"2\n~;        ~book.csv, line 2: expected the closing quote of a value in the record that starts here, found the end of the file~",
        "~a,b\n\n\"1\n2,3~;    ~book.csv, line 3: expected the closing quote of a value in the record that starts here, found the end of the file~",
        "~a,b\n1,\"2\"x\n~;    ~book.csv, line 2: expected a delimiter after a closing quote, found text; double the quotes within a value~",
        "~\"1\n2\",b\n\"3\"4,5~; ~book.csv, line 3: expected a delimiter after a closing quote, found text; double the quotes within a value~",
      })
  void quotesThatDoNotFitAreRefusedWithTheirLine(String text, String message) {
    WorkbookException refusal = refusal(text.replace("\\n", "\n"), ReadOptions.defaults());

    assertThat(refusal).hasMessage(message);
    assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void nulIsRefusedWithItsLine() {
    assertThat(refusal("a,b\n".repeat(200) + "1,\0\n", ReadOptions.defaults()))
        .hasMessage(
            "book.csv, line 201: expected text, found a NUL character; if it is UTF-16 without a"
                + " byte order mark, declare that with ReadOptions.withCharset");
  }

  @Test
  void limitsHold() {
    ReadLimits limits = ReadLimits.defaults();
    String advice = "; raise the limit with ReadLimits.with%s if the file is sound";

    assertThat(refusal("a,b\n1,2\n", with(limits.withCells(3))))
        .hasMessage(
            "book.csv, record 2: expected at most 3 cells, found more" + advice.formatted("Cells"));
    assertThat(refusal("a,b\n1,234\n", with(limits.withTextLength(2))))
        .hasMessage(
            "book.csv, record 2: expected at most 2 characters in one text, found more"
                + advice.formatted("TextLength"));
    assertThat(refusal("a,b\n" + "x".repeat(1_000_000), with(limits.withTextLength(1000))))
        .as("before the value is whole")
        .hasMessage(
            "book.csv, line 2: expected at most 1,000 characters in one text, found more"
                + advice.formatted("TextLength"));
  }

  @Test
  void aTextHasNoMoreRowsAndColumnsThanASheet() {
    assertThat(refusal("a,b\n" + "1\n".repeat(1_048_576), ReadOptions.defaults()))
        .hasMessage(
            "book.csv: expected at most 1048576 records, as a sheet has rows, found more; split the file");
    assertThat(refusal(",".repeat(16_384), ReadOptions.defaults()))
        .hasMessage(
            "book.csv: expected at most 16384 values in record 1, found more; split the file");
  }

  @Test
  void aCellIsTextOrBlankAndNothingElse() {
    try (Workbook workbook = open("book.csv", "a,,0.65\n", ReadOptions.defaults());
        SheetRows rows = workbook.sheets().get(0).rows()) {
      SheetRow row = rows.next();
      Cell value = row.cell(3);

      assertThat(row.hidden()).isFalse();
      assertThat(row.cell(2).kind()).isEqualTo(CellKind.BLANK);
      assertThat(row.cell(2).raw()).isEmpty();
      assertThat(row.cell(2).snapshot()).isEqualTo(new CellValue.Blank());
      assertThat(row.cell(99).kind()).isEqualTo(CellKind.BLANK);
      assertThat(value.raw()).isEqualTo("0.65");
      assertThat(value.snapshot()).isEqualTo(new CellValue.Text("0.65"));
      assertThatThrownBy(value::number)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("asked for the number of a cell that holds: text");
      assertThatThrownBy(value::logical).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(value::error).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(value::dateTime).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(row.cell(2)::text)
          .hasMessage("asked for the text of a cell that holds: blank");
    }
  }

  @Test
  void rowsAreReadTwice() {
    try (Workbook workbook = open("book.csv", "a,b\n1,2\n", ReadOptions.defaults())) {
      String first = SheetText.of(workbook.sheets().get(0));

      assertThat(SheetText.of(workbook.sheets().get(0))).isEqualTo(first);
    }
  }

  private static String read(String text) {
    try (Workbook workbook = open("book.csv", text, ReadOptions.defaults().withDelimiter(','))) {
      return SheetText.of(workbook.sheets().get(0));
    }
  }

  private static ReadOptions with(ReadLimits limits) {
    return ReadOptions.defaults().withLimits(limits);
  }

  private static WorkbookException refusal(String text, ReadOptions options) {
    return catchThrowableOfType(
        WorkbookException.class,
        () -> {
          try (Workbook workbook = open("book.csv", text, options.withDelimiter(','))) {
            SheetText.of(workbook.sheets().get(0));
          }
        });
  }

  private static Workbook open(String name, String text, ReadOptions options) {
    return Workbook.open(WorkbookSource.of(name, text.getBytes(UTF_8)), options);
  }
}
