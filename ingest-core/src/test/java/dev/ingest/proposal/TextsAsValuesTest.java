package dev.ingest.proposal;

import static dev.ingest.proposal.Proposals.column;
import static dev.ingest.proposal.Proposals.lastColumn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is concluded from texts: values where there is one way to read them, else a decision. */
class TextsAsValuesTest {

  @Test
  void isoDatesNeedNoRule() {
    assertThat(proposed("day", "2020-01-02", "2020-01-03"))
        .isEqualTo(
            """
            - name: day
              type: date # dates in 2 of 2 rows, e.g. data!B2; 2 of them as text, e.g. data!B2
            """);
  }

  @Test
  void theOrderOfDayAndMonthNeedsAWitness() {
    assertThat(proposed("day", "1/2/2020", "13/2/2020"))
        .isEqualTo(
            """
            - name: day
              type: date # dates in 2 of 2 rows, e.g. data!B2; 2 of them as text, e.g. data!B2
              numericDates: dayFirst # 2 rows, e.g. data!B2; data!B3 can be read in no other way
            """);
    assertThat(proposed("day", "1/2/2020 7:00", "2/13/2020"))
        .contains("  type: dateTime # ", "  numericDates: monthFirst # ");
  }

  @Test
  void withoutAWitnessSomebodyHasToDecide() {
    assertThat(proposed("day", "1/2/2020", "3/2/2020"))
        .isEqualTo(
            """
            - name: day
              type: text # text in 2 of 2 rows, e.g. data!B2
              # maxLength: 8 # the longest text is data!B2
              # To be decided: dates in 2 of 2 rows, e.g. data!B2; 2 of them as text, e.g. data!B2; no cell tells which of these ways to read them is meant
              # type: date
              # numericDates: dayFirst
              # To be decided: dates in 2 of 2 rows, e.g. data!B2; 2 of them as text, e.g. data!B2; no cell tells which of these ways to read them is meant
              # type: date
              # numericDates: monthFirst
            """);
  }

  @Test
  void aWitnessAndACounterWitnessDecideNothing() {
    assertThat(proposed("day", "13/2/2020", "1/2/2020", "2/13/2020"))
        .contains(
            "  type: text # ", "  # numericDates: dayFirst\n", "  # numericDates: monthFirst\n");
  }

  @Test
  void patternsAreProposedAsFarAsTheyAreMet() {
    assertThat(proposed("at", "2020/01/02", "2020/01/02 10:00"))
        .isEqualTo(
            """
            - name: at
              type: dateTime # dates in 2 of 2 rows, e.g. data!B2; 1 of them with a time of day, e.g. data!B3; 2 of them as text, e.g. data!B2
              datesAsText: ["yyyy/MM/dd", "yyyy/MM/dd HH:mm"] # 2 rows, e.g. data!B2
            """);
    assertThat(proposed("day", "1 Feb 2020", "12 Mar 2020"))
        .contains("  datesAsText: { patterns: [\"d MMM yyyy\"], locale: en } # ");
    assertThat(proposed("day", "1. Februar 2020"))
        .contains("  datesAsText: { patterns: [\"d. MMMM yyyy\"], locale: de } # ");
    assertThat(proposed("at", "2020-02-01 10:00:30"))
        .contains("  datesAsText: [\"yyyy-MM-dd HH:mm:ss\"] # ");
  }

  @Test
  void timesAndDurationsAreReadAsIsoWritesThem() {
    assertThat(proposed("opens", "07:30", "19:00:15")).contains("  type: time # ");
    assertThat(proposed("lasts", "PT1H", "PT90M")).contains("  type: duration # ");
  }

  @Test
  void digitsThatAWorkbookHoldsAsTextStayText() {
    assertThat(proposed("code", "12345", "23456"))
        .isEqualTo(
            """
            - name: code
              type: text # text in 2 of 2 rows, e.g. data!B2
              # maxLength: 5 # the longest text is data!B2
              # To be decided: numbers in 2 of 2 rows, e.g. data!B2; 2 of them as text, e.g. data!B2
              # type: integer
              # numbersAsText: en-US
            """);
  }

  @Test
  void amongNumbersTextIsANumberIfThereIsOneWayToReadIt() {
    assertThat(proposed("price", 1, 2, "1,234.5"))
        .isEqualTo(
            """
            - name: price
              type: decimal # numbers in 3 of 3 rows, e.g. data!B2; 1 of them as text, e.g. data!B4
              numbersAsText: en-US # 1 row, e.g. data!B4
              # decimal: { precision: 5, scale: 1 } # as many digits as seen
            """);
    assertThat(proposed("price", 1, 2, 3, 4, 5, 6, 7, 8, 9, "1.234"))
        .contains(
            "  type: integer # numbers in 9 of 10 rows, e.g. data!B2\n",
            "  # type: decimal\n  # numbersAsText: en-US\n",
            "  # type: integer\n  # numbersAsText: de-DE\n",
            "  # 1 cell does not fit, and its row would be rejected: data!B11\n");
  }

  @Test
  void inDelimitedTextNumbersAreRead() {
    assertThat(ofCsv("price", "3", "4.50", "1200"))
        .isEqualTo(
            """
            - name: price
              type: decimal # numbers in 3 of 3 rows, e.g. book!B2; 3 of them as text, e.g. book!B2
              numbersAsText: en-US # 3 rows, e.g. book!B2
              # decimal: { precision: 6, scale: 2 } # as many digits as seen
            """);
    assertThat(ofCsv("price", "1.234", "0,5"))
        .contains(
            "  numbersAsText: de-DE # 2 rows, e.g. book!B2; book!B3 can be read in no other way\n");
    assertThat(ofCsv("share", "12.5%", "3%"))
        .contains("  numbersAsText: { locale: en-US, percent: true } # ");
    assertThat(ofCsv("id", "9007199254740993")).contains("  type: long # ");
  }

  @Test
  void aLeadingZeroMakesNames() {
    assertThat(ofCsv("code", "007", "12"))
        .isEqualTo(
            """
            - name: code
              type: text # text in 2 of 2 rows, e.g. book!B2
              # maxLength: 3 # the longest text is book!B2
            """);
  }

  @Test
  void aFormThatFailsOnMostTextsIsGivenUp() {
    String[] texts =
        IntStream.range(0, 3000)
            .mapToObj(i -> i < 1000 ? "street " + i : Integer.toString(i))
            .toArray(String[]::new);

    assertThat(ofCsv("place", texts))
        .isEqualTo(
            """
            - name: place
              type: text # text in 3000 of 3000 rows, e.g. book!B2
              # maxLength: 10 # the longest text is book!B102
            """);
  }

  private static String proposed(String header, Object... cells) {
    return lastColumn(Proposals.of(column(header, cells)));
  }

  private static String ofCsv(String header, String... texts) {
    String rows =
        IntStream.range(0, texts.length)
            .mapToObj(i -> "r" + i + ";" + texts[i] + "\n")
            .collect(Collectors.joining());
    return lastColumn(Proposals.ofCsv("row;" + header + "\n" + rows));
  }
}
