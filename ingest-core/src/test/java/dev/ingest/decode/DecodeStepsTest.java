package dev.ingest.decode;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.Cells;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How decoders tell the way that a cell takes through them. */
class DecodeStepsTest {

  private static String steps(CellDecoder<?> decoder, Cell cell) {
    return decoder.steps(cell).stream().map(DecodeStep::toString).collect(joining("\n"));
  }

  @Test
  void alternativesAreAskedInOrderUntilOneFits() {
    CellDecoder<Object> either =
        CellDecoders.doubles().<Object>map(number -> number).or(CellDecoders.booleans());

    assertThat(steps(either, Cells.number(1.5)))
        .isEqualTo(
            """
            double: the number 1.5 -> 1.5
            mapped to a number: 1.5 -> 1.5""");
    assertThat(steps(either, Cells.logical(true)))
        .isEqualTo(
            """
            double: the boolean TRUE -> NOT_A_NUMBER, expected a number, found the boolean TRUE
            boolean: the boolean TRUE -> true""");
    assertThat(steps(either, Cells.text("x")))
        .isEqualTo(
            """
            double: text "x" -> NOT_A_NUMBER, expected a number, found text "x"
            boolean: text "x" -> NOT_A_BOOLEAN, expected TRUE or FALSE, found text "x"
            or: text "x" -> NOT_A_NUMBER, expected a number or TRUE or FALSE, found text "x\"""");
  }

  @Test
  void anErrorThatRefusesTheFileAsksNobodyElse() {
    CellDecoder<String> fatal =
        CellDecoders.text().onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE);

    assertThat(steps(fatal.or(CellDecoders.text()), Cells.error(ExcelError.REF)))
        .isEqualTo(
            "#REF! refuses the file: the error #REF! -> FATAL_CELL_ERROR, expected text, found the"
                + " error #REF!, which refuses the file");
    assertThat(steps(fatal, Cells.error(ExcelError.NA)))
        .isEqualTo(
            """
            #REF! refuses the file: the error #N/A -> passed on, it is another error
            text: the error #N/A -> CELL_ERROR, expected text, found the error #N/A""");
  }

  @Test
  void theOrderOfDayAndMonthIsAskedAfterThePatterns() {
    DateDecoder<?> dates = CellDecoders.dates().withPattern("dd.MM.yyyy");

    assertThat(steps(dates.withDayOrder(DayOrder.MONTH_FIRST), Cells.text("3/4/2020")))
        .isEqualTo(
            """
            ISO 8601: text "3/4/2020" -> passed on, it is not written so
            pattern dd.MM.yyyy: text "3/4/2020" -> passed on, it is not written so
            month first: text "3/4/2020" -> 2020-03-04T00:00
            date: text "3/4/2020" -> 2020-03-04""");
    assertThat(steps(dates.withDayOrder(DayOrderFinding.NONE), Cells.text("3/4/2020")))
        .isEqualTo(
            """
            ISO 8601: text "3/4/2020" -> passed on, it is not written so
            pattern dd.MM.yyyy: text "3/4/2020" -> passed on, it is not written so
            day or month first by witness, no cell that tells them apart: text "3/4/2020" -> DATE_AMBIGUOUS, expected one order of day and month in the column, found text "3/4/2020", and no cell that tells them apart
            date: text "3/4/2020" -> DATE_AMBIGUOUS, expected one order of day and month in the column, found text "3/4/2020", and no cell that tells them apart""");
  }

  @Test
  void aMomentIsReadWithItsOffsetOrInItsZone() {
    CellDecoder<?> moments = CellDecoders.instants(ZoneId.of("Europe/Berlin"));

    assertThat(steps(moments, Cells.text("2020-02-01T19:00+01:00")))
        .isEqualTo(
            """
            ISO 8601 with offset: text "2020-02-01T19:00+01:00" -> 2020-02-01T19:00+01:00
            moment in Europe/Berlin: 2020-02-01T19:00+01:00 -> 2020-02-01T18:00:00Z""");
    assertThat(steps(moments, Cells.date(LocalDateTime.of(2020, 3, 29, 2, 30))))
        .endsWith(
            "moment in Europe/Berlin: 2020-03-29T02:30 -> TIME_NOT_IN_ZONE, expected a time that the"
                + " clocks of Europe/Berlin show once, found 2020-03-29T02:30, which they skip");
    assertThat(steps(moments, Cells.text("soon"))).doesNotContain("moment in");
  }

  @Test
  void rulesAreAskedOneByOneUpToTheFirstThatIsBroken() {
    CellDecoder<Integer> ruled =
        CellDecoders.integers()
            .where(ValueRule.atLeast(0), ValueRule.atMost(9), ValueRule.atMost(5));

    assertThat(steps(ruled, Cells.number(12)))
        .isEqualTo(
            """
            int: the number 12.0 -> 12
            rule at least 0: 12 -> 12
            rule at most 9: 12 -> ABOVE_MAXIMUM, expected a value of at most 9, found the number 12.0""");
    assertThat(steps(ruled, Cells.text("x"))).doesNotContain("rule");
  }

  @Test
  void aMappedFunctionThatRefusesSaysWhy() {
    CellDecoder<Integer> parsed = CellDecoders.text().map(Integer::decode, "a code");

    assertThat(parsed.steps(Cells.text("x")))
        .hasSize(2)
        .last()
        .satisfies(step -> assertThat(step.step()).isEqualTo("mapped to a code"))
        .satisfies(step -> assertThat(step.given()).isEqualTo("\"x\""));
  }

  @Test
  void aSizeAndAPatternOfTimesAreTold() {
    assertThat(steps(CellDecoders.decimals(DecimalSize.of(4, 1)), Cells.number(1.25)))
        .startsWith("decimal(4, 1");
    assertThat(steps(CellDecoders.times().withPattern(Locale.ROOT, "HH.mm"), Cells.text("19.30")))
        .isEqualTo(
            """
            ISO 8601: text "19.30" -> passed on, it is not written so
            pattern HH.mm: text "19.30" -> 19:30
            time of day: text "19.30" -> 19:30""");
  }

  /** Names that differ from run to run say nothing. */
  @Test
  void aDecoderThatSaysNothingOfItselfHasAName() {
    CellDecoder<Integer> nameless = cell -> 1;

    assertThat(steps(nameless, Cells.text("x")))
        .isEqualTo("a decoder of one's own: text \"x\" -> 1");
    assertThat(steps(new Silent(), Cells.text("x")))
        .isEqualTo("Silent: text \"x\" -> null, decoder");
  }

  private static final class Silent implements CellDecoder<Integer> {
    @Override
    public @org.jspecify.annotations.Nullable Integer decode(Cell cell) {
      return null;
    }
  }
}
