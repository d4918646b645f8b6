package dev.ingest.proposal;

import static dev.ingest.proposal.Proposals.column;
import static dev.ingest.proposal.Proposals.lastColumn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is concluded from the cells of one column: the cells of B2, B3 and so on, and the lines. */
class ColumnTypesTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @Test
  void integersAreIntegersOfTheSizeThatHoldsThem() {
    assertThat(proposed("pieces", 1, 2, -3))
        .isEqualTo(
            """
            - name: pieces
              type: integer # numbers in 3 of 3 rows, e.g. data!B2
            """);
    assertThat(proposed("pieces", 1, 3_000_000_000L))
        .isEqualTo(
            """
            - name: pieces
              type: long # numbers in 2 of 2 rows, e.g. data!B2
            """);
  }

  @Test
  void fractionsAreDecimalsWhoseDigitsAreNoRule() {
    assertThat(proposed("price", 1, 2.25, 0.1 + 0.2))
        .isEqualTo(
            """
            - name: price
              type: decimal # numbers in 3 of 3 rows, e.g. data!B2
              # decimal: { precision: 3, scale: 2 } # as many digits as seen
            """);
  }

  @Test
  void numbersOfMoreDigitsThanACellHoldsAreDoubles() {
    assertThat(proposed("share", 0.5, 1 / 3d))
        .isEqualTo(
            """
            - name: share
              type: double # numbers in 2 of 2 rows, e.g. data!B2; 1 of them with more digits than a cell holds exactly, e.g. data!B3
            """);
    assertThat(proposed("id", 1e17 + 16, 1)).contains("  type: double # ");
    assertThat(proposed("stars", 1e21)).contains("  type: decimal # ");
    assertThat(proposed("stars", 1e40)).contains("  type: double # ");
  }

  @Test
  void datesAreToldByTheirFormatAndTheirTime() {
    assertThat(proposed("day", DAY, 43863))
        .isEqualTo(
            """
            - name: day
              type: date # dates in 2 of 2 rows, e.g. data!B2; 1 of them as numbers without a date format, e.g. data!B3
            """);
    assertThat(proposed("at", DAY, DAY.atTime(19, 0)))
        .isEqualTo(
            """
            - name: at
              type: dateTime # dates in 2 of 2 rows, e.g. data!B2; 1 of them with a time of day, e.g. data!B3
            """);
  }

  @Test
  void serialsBelowOneAreTimesAndSmallOnesWithFractionsAreDurations() {
    assertThat(proposed("opens", CellXml.styled("0.375", 2), CellXml.styled("0", 2)))
        .isEqualTo(
            """
            - name: opens
              type: time # times of day in 2 of 2 rows, e.g. data!B2
            """);
    assertThat(proposed("worked", CellXml.styled("1.75", 2), CellXml.styled("0.5", 2)))
        .isEqualTo(
            """
            - name: worked
              type: duration # durations in 2 of 2 rows, e.g. data!B2
            """);
    assertThat(proposed("born", LocalDate.of(1901, 5, 1))).contains("  type: date # ");
  }

  @Test
  void booleansMayBeWordsIfBothAreThere() {
    assertThat(proposed("open", true, "TRUE", "false"))
        .isEqualTo(
            """
            - name: open
              type: boolean # TRUE or FALSE in 3 of 3 rows, e.g. data!B2; 2 of them as text, e.g. data!B3
              booleansAsText: { yes: ["TRUE"], no: ["false"] } # 2 rows, e.g. data!B3
            """);
    assertThat(proposed("open", "Ja", "nein", "ja"))
        .contains("  booleansAsText: { yes: [Ja, ja], no: [nein] } # 3 rows, e.g. data!B2\n");
    assertThat(proposed("open", "yes", "yes")).contains("  type: text # ");
    assertThat(proposed("open", "yes", "no", "perhaps")).contains("  type: text # ");
  }

  @Test
  void blanksWordsAndErrorsMakeNulls() {
    assertThat(proposed("price", 1, null, "n/a", "-", CellError.NA, CellError.DIV_0, CellError.NA))
        .isEqualTo(
            """
            - name: price
              type: integer # numbers in 1 of 7 rows, e.g. data!B2
              nullable: true # no value in 6 of 7 rows, of which 1 blank, e.g. data!B3
              nullTokens: ["-", "n/a"] # 2 rows, e.g. data!B4
              onError: { "#DIV/0!": null, "#N/A": null } # #DIV/0! in 1 row, e.g. data!B7; #N/A in 2 rows, e.g. data!B6
            """);
    assertThat(proposed("price", 1, null))
        .isEqualTo(
            """
            - name: price
              type: integer # numbers in 1 of 2 rows, e.g. data!B2
              nullable: true # blank in 1 of 2 rows, e.g. data!B3
            """);
  }

  @Test
  void wordsForAbsenceAreWordsAmongTexts() {
    assertThat(proposed("country", "NA", "FR", "a long story, all of it told in one cell"))
        .isEqualTo(
            """
            - name: country
              type: text # text in 3 of 3 rows, e.g. data!B2
              # maxLength: 40 # the longest text is data!B4
              # nullTokens: [NA] # 1 row, e.g. data!B2; with nullable: true
            """);
  }

  @Test
  void aBrokenFormulaIsNoAbsence() {
    assertThat(proposed("price", 1, CellError.REF, CellXml.uncalculated("A1")))
        .isEqualTo(
            """
            - name: price
              type: integer # numbers in 1 of 3 rows, e.g. data!B2
              # lenient: true # null for whatever does not fit; with nullable: true
              # 2 cells do not fit, and their rows would be rejected: #REF!, formulas without a value, data!B3, data!B4
            """);
  }

  @Test
  void nineInTenDecideAndTheTenthIsTold() {
    assertThat(proposed("pieces", 1, 2, 3, 4, 5, 6, 7, 8, 9, "oops"))
        .isEqualTo(
            """
            - name: pieces
              type: integer # numbers in 9 of 10 rows, e.g. data!B2
              # lenient: true # null for whatever does not fit; with nullable: true
              # 1 cell does not fit, and its row would be rejected: data!B11
            """);
    assertThat(proposed("pieces", 1, 2, 3, "oops"))
        .isEqualTo(
            """
            - name: pieces
              type: text # text in 4 of 4 rows, e.g. data!B2; 3 of them numbers, e.g. data!B2
              # To be decided: numbers in 3 of 4 rows, e.g. data!B2
              # type: integer
            """);
  }

  @Test
  void aColumnWithoutAValueIsToBeDecided() {
    assertThat(proposed("notes", null, CellError.NA))
        .isEqualTo(
            """
            - name: notes
              type: text # no value in any of 2 rows; what it is has to be decided
              nullable: true # no value in 2 of 2 rows, of which 1 blank, e.g. data!B2
              onError: { "#N/A": null } # #N/A in 1 row, e.g. data!B3
            """);
  }

  @Test
  void smallSetsOfTextsAreShownUnlessTheHeaderReadsSensitive() {
    assertThat(proposed("colour", "red", "blue", "red", "blue"))
        .isEqualTo(
            """
            - name: colour
              type: text # text in 4 of 4 rows, e.g. data!B2
              # maxLength: 4 # the longest text is data!B3
              # 2 different texts: "blue", "red"
            """);
    assertThat(proposed("E-Mail", "a@x", "a@x", "b@x", "b@x"))
        .isEqualTo(
            """
            - name: e_mail
              type: text # text in 4 of 4 rows, e.g. data!B2
              header: "E-Mail"
              # maxLength: 3 # the longest text is data!B2
              # sensitive: true # the header reads so
            """);
    assertThat(proposed("colour", "red", "blue", "green")).doesNotContain("different texts");
  }

  private static String proposed(String header, @Nullable Object... cells) {
    return lastColumn(Proposals.of(column(header, cells)));
  }
}
