package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A limit that is passed is named, with its value and the way to raise it. */
class ReadLimitsTest {

  private static final byte[] WORKBOOK =
      WorkbookBuilder.workbook()
          .sheet("data")
          .row("location", "metric")
          .row("UK", "metric1")
          .bytes();
  private static final String SHEET = "book.xlsx: xl/worksheets/sheet1.xml, line 2: ";
  private static final String RELATIONSHIPS = "book.xlsx: xl/_rels/workbook.xml.rels: ";
  private static final String STRINGS = "book.xlsx: xl/sharedStrings.xml, line 2: ";

  static Stream<Arguments> limits() {
    ReadLimits limits = ReadLimits.defaults();
    return Stream.of(
        Arguments.of(
            limits.withSourceBytes(1000),
            "book.xlsx: expected at most 1,000 bytes in the file, found %s; "
                    .formatted(String.format(Locale.ROOT, "%,d", WORKBOOK.length))
                + "raise the limit with ReadLimits.withSourceBytes"),
        Arguments.of(
            limits.withEntries(6),
            "book.xlsx: expected at most 6 entries in the zip, found 7; "
                + "raise the limit with ReadLimits.withEntries"),
        Arguments.of(
            limits.withRows(1),
            SHEET
                + "expected at most 1 rows, found more; "
                + "raise the limit with ReadLimits.withRows"),
        Arguments.of(
            limits.withColumns(1),
            SHEET
                + "expected at most 1 columns, found 2; "
                + "raise the limit with ReadLimits.withColumns"),
        Arguments.of(
            limits.withCells(3),
            SHEET
                + "expected at most 3 cells, found more; "
                + "raise the limit with ReadLimits.withCells"),
        Arguments.of(
            limits.withSharedStrings(3),
            STRINGS
                + "expected at most 3 shared strings, found more; "
                + "raise the limit with ReadLimits.withSharedStrings"),
        Arguments.of(
            limits.withXmlDepth(4),
            SHEET
                + "expected at most 4 nested elements, found more; "
                + "raise the limit with ReadLimits.withXmlDepth"),
        Arguments.of(
            limits.withTextLength(5),
            "book.xlsx: _rels/.rels, line 1: expected at most 5 characters in one text, found more; "
                + "raise the limit with ReadLimits.withTextLength"),
        Arguments.of(
            limits.withPartBytes(300),
            RELATIONSHIPS
                + "expected at most 300 inflated bytes in one part, found more; "
                + "raise the limit with ReadLimits.withPartBytes"),
        Arguments.of(
            limits.withInflatedBytes(1000),
            RELATIONSHIPS
                + "expected at most 1,000 inflated bytes, found more; "
                + "raise the limit with ReadLimits.withInflatedBytes"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitThatIsPassedIsNamed(ReadLimits limits, String message) {
    WorkbookException refusal = SheetText.refusal(WORKBOOK, limits);

    assertThat(refusal).hasMessage(message + " if the file is sound");
    assertThat(refusal.reason()).isEqualTo(WorkbookException.Reason.LIMIT_EXCEEDED);
  }

  @Test
  void aNameBeyondTheDeclarationsIsNamed() {
    byte[] names =
        WorkbookBuilder.workbook()
            .sheet("data")
            .edit(
                "xl/workbook.xml",
                xml ->
                    xml.replace(
                        "</workbook>",
                        "<definedNames><definedName name=\"a\">1</definedName>"
                            + "<definedName name=\"b\">2</definedName></definedNames></workbook>"))
            .bytes();

    assertThat(SheetText.refusal(names, ReadLimits.defaults().withDeclarations(1)))
        .hasMessage(
            "book.xlsx: xl/workbook.xml, line 2: expected at most 1 declarations beside the cells, "
                + "found more; raise the limit with ReadLimits.withDeclarations if the file is sound");
  }

  @Test
  void timeThatIsOverIsNamedWithWhatHasPassed() {
    ReadLimits moment = ReadLimits.defaults().withTime(Duration.ofNanos(1));

    assertThat(SheetText.refusal(WORKBOOK, moment).getMessage())
        .matches(
            "book\\.xlsx: _rels/\\.rels: expected at most 0 seconds, found [0-9.]+; "
                + "raise the limit with ReadLimits\\.withTime if the file is sound");
  }

  @Test
  void aStreamThatDoesNotEndIsCutOffAtTheSourceBytes() {
    ReadLimits limits = ReadLimits.defaults().withSpooledMemory(1000).withSourceBytes(200_000);

    assertThatThrownBy(() -> WorkbookSource.of("book.xlsx", new Endless(), limits))
        .hasMessage(
            "book.xlsx: expected at most 200,000 bytes in the file, found more; "
                + "raise the limit with ReadLimits.withSourceBytes if the file is sound");
  }

  /** Bytes without end. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }
  }

  @Test
  void aLimitSaysItsValueAndLimitsAreValues() {
    ReadLimits limits = ReadLimits.defaults().withCells(7).withTime(Duration.ofSeconds(2));

    assertThat(limits)
        .isEqualTo(ReadLimits.defaults().withTime(Duration.ofSeconds(2)).withCells(7))
        .hasSameHashCodeAs(ReadLimits.defaults().withTime(Duration.ofSeconds(2)).withCells(7))
        .isNotEqualTo(ReadLimits.defaults())
        .hasToString(
            "ReadLimits[sourceBytes=2147483648, spooledMemory=33554432, inflatedBytes=4294967296, "
                + "partBytes=2147483648, entries=10000, declarations=500000, sharedStrings=8000000, "
                + "rows=10000000, columns=16384, cells=7, textLength=1048576, xmlDepth=64, "
                + "time=2000000000]");
    assertThat(limits.time()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aLimitThatIsMetIsNotPassed() {
    ReadLimits exact =
        ReadLimits.defaults()
            .withEntries(7)
            .withSourceBytes(WORKBOOK.length)
            .withRows(2)
            .withColumns(2)
            .withCells(4)
            .withSharedStrings(4)
            .withXmlDepth(5)
            .withPartBytes(3000)
            .withInflatedBytes(9000);

    assertThat(SheetText.of(WORKBOOK, exact))
        .isEqualTo(
            """
            A1 "location", B1 "metric"
            A2 "UK", B2 "metric1\"""");
  }

  @Test
  void aSmallFileOfManyBytesIsReadWhateverItsRatio() {
    byte[] white =
        WorkbookBuilder.workbook().sheet("data").rawRow(" ".repeat(3_000_000)).row("UK").bytes();

    assertThat(white).hasSizeLessThan(10_000);
    assertThat(SheetText.of(white)).isEqualTo("A2 \"UK\"");
  }

  @Test
  void thereIsNoLimitBelowOne() {
    ReadLimits limits = ReadLimits.defaults();

    assertThatThrownBy(() -> limits.withCells(0)).hasMessage("a limit is at least 1");
    assertThatThrownBy(() -> limits.withEntries(-1)).hasMessage("a limit is at least 1");
  }
}
