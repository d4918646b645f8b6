package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.workbook.WorkbookBuilder;
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
  private static final String STRINGS = "book.xlsx: xl/sharedStrings.xml, line 2: ";

  static Stream<Arguments> limits() {
    ReadLimits limits = ReadLimits.defaults();
    return Stream.of(
        Arguments.of(limits.withEntries(6), "book.xlsx: ", "6 entries", "withEntries"),
        Arguments.of(limits.withCells(3), SHEET, "3 cells", "withCells"),
        Arguments.of(limits.withSharedStrings(3), STRINGS, "3 shared strings", "withSharedStrings"),
        Arguments.of(limits.withXmlDepth(4), SHEET, "4 xml depth", "withXmlDepth"),
        Arguments.of(
            limits.withTextLength(5),
            "book.xlsx: _rels/.rels, line 1: ",
            "5 text length",
            "withTextLength"),
        Arguments.of(
            limits.withPartBytes(300),
            "book.xlsx: xl/_rels/workbook.xml.rels: ",
            "300 part bytes",
            "withPartBytes"),
        Arguments.of(
            limits.withInflatedBytes(1000),
            "book.xlsx: xl/_rels/workbook.xml.rels: ",
            "1000 inflated bytes",
            "withInflatedBytes"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aLimitThatIsPassedIsNamed(ReadLimits limits, String where, String limit, String wither) {
    WorkbookException refusal = SheetText.refusal(WORKBOOK, limits);

    assertThat(refusal)
        .hasMessage(
            where
                + "expected at most "
                + limit
                + ", found more; raise the limit with ReadLimits."
                + wither
                + " if the file is sound");
    assertThat(refusal.reason()).isEqualTo(WorkbookException.Reason.LIMIT_EXCEEDED);
  }

  @Test
  void aLimitThatIsMetIsNotPassed() {
    ReadLimits exact =
        ReadLimits.defaults()
            .withEntries(7)
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
