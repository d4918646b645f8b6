package dev.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of cell against every strict decoder: the table of {@code docs/semantics.md}, row by
 * row. {@link CellOutcomes} says how a cell and what becomes of it are written.
 */
class CellDecodersTest {

  private static final Map<String, CellDecoder<?>> DECODERS =
      Map.ofEntries(
          Map.entry("text", CellDecoders.text()),
          Map.entry("double", CellDecoders.doubles()),
          Map.entry("float", CellDecoders.floats()),
          Map.entry("long", CellDecoders.longs()),
          Map.entry("int", CellDecoders.integers()),
          Map.entry("short", CellDecoders.shorts()),
          Map.entry("byte", CellDecoders.bytes()),
          Map.entry("decimal", CellDecoders.decimals()),
          Map.entry("big", CellDecoders.bigIntegers()),
          Map.entry("time", CellDecoders.times()),
          Map.entry("duration", CellDecoders.durations()),
          Map.entry("instant", CellDecoders.instants(ZoneId.of("Europe/Berlin"))),
          Map.entry("boolean", CellDecoders.booleans()),
          Map.entry("date", CellDecoders.dates()),
          Map.entry("dateTime", CellDecoders.dateTimes()),
          Map.entry("enum", CellDecoders.enums(DayOfWeek.class)),
          Map.entry("lenient", CellDecoders.doubles().lenient()),
          Map.entry("tokens", CellDecoders.doubles().absentWhen("n/a", "-")),
          Map.entry("both", CellDecoders.doubles().absentWhen("n/a").lenient()),
          Map.entry("mapped", CellDecoders.longs().map(n -> n * 2)),
          Map.entry("mapped lenient", CellDecoders.longs().lenient().map(n -> n * 2)),
          Map.entry("own null", cell -> null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          text     | "UK"                 | UK
          text     | "  New  York\u00a0\t" | New  York
          text     | 0.65                 | 0.65
          text     | 88                   | 88
          text     | 1e21                 | 1000000000000000000000
          text     | 2020-02-01           | 2020-02-01
          text     | 2020-02-01T19:00     | 2020-02-01T19:00
          text     | s60                  | BAD_SERIAL: expected text, found serial 60 is 1900-02-29, a day that never was
          text     | TRUE                 | true
          text     | #N/A                 | CELL_ERROR: expected text, found the error #N/A; mend the formula, or declare what the error means for this column
          text     | =A1                  | UNCALCULATED: expected text, found a formula that was saved without a value; open the workbook in Excel and save it, so that the formula is calculated
          double   | 0.65                 | 0.65
          double   | 0.30000000000000004  | 0.30000000000000004
          double   | "0.65"               | NOT_A_NUMBER: expected a number, found text "0.65"
          double   | 2020-02-01           | DATE_NOT_NUMBER: expected a number, found the date 43862
          double   | TRUE                 | NOT_A_NUMBER: expected a number, found the boolean TRUE
          double   | #DIV/0!              | CELL_ERROR: expected a number, found the error #DIV/0!; mend the formula, or declare what the error means for this column
          double   | =A1                  | UNCALCULATED: expected a number, found a formula that was saved without a value; open the workbook in Excel and save it, so that the formula is calculated
          float    | 0.5                  | 0.5
          float    | 1e39                 | OUT_OF_RANGE: expected a number in the range of a float, found the number 1e39
          float    | "x"                  | NOT_A_NUMBER: expected a number, found text "x"
          long     | 5                    | 5
          long     | -9007199254740992    | -9007199254740992
          long     | 9007199254740994     | OUT_OF_RANGE: expected an integer that a cell holds exactly, 9007199254740992 at most, found the number 9007199254740994; enter it as text, and let the column read numbers written as text
          long     | 3.7                  | NOT_AN_INTEGER: expected an integer, found the number 3.7
          int      | 2147483647           | 2147483647
          int      | 2147483648           | OUT_OF_RANGE: expected an integer from -2147483648 to 2147483647, found the number 2147483648
          int      | 3.7                  | NOT_AN_INTEGER: expected an integer, found the number 3.7
          int      | 3.0000000000000004   | NOT_AN_INTEGER: expected an integer, found the number 3.0000000000000004
          int      | 2020-02-01           | DATE_NOT_NUMBER: expected a number, found the date 43862
          short    | 32767                | 32767
          short    | -32769               | OUT_OF_RANGE: expected an integer from -32768 to 32767, found the number -32769
          byte     | -128                 | -128
          byte     | 128                  | OUT_OF_RANGE: expected an integer from -128 to 127, found the number 128
          decimal  | 0.30000000000000004  | 0.3
          decimal  | 0                    | 0
          decimal  | "1"                  | NOT_A_NUMBER: expected a number, found text "1"
          decimal  | 274.66000000000003   | 274.66
          decimal  | 1e21                 | 1000000000000000000000
          decimal  | 2020-02-01           | DATE_NOT_NUMBER: expected a number, found the date 43862
          big      | 5                    | 5
          big      | 9007199254740994     | OUT_OF_RANGE: expected an integer that a cell holds exactly, 9007199254740992 at most, found the number 9007199254740994; enter it as text, and let the column read numbers written as text
          boolean  | TRUE                 | true
          boolean  | 1                    | NOT_A_BOOLEAN: expected TRUE or FALSE, found the number 1
          boolean  | "TRUE"               | NOT_A_BOOLEAN: expected TRUE or FALSE, found text "TRUE"
          boolean  | 2020-02-01           | NOT_A_BOOLEAN: expected TRUE or FALSE, found the date 43862
          boolean  | #N/A                 | CELL_ERROR: expected TRUE or FALSE, found the error #N/A; mend the formula, or declare what the error means for this column
          date     | 2020-02-01           | 2020-02-01
          date     | " 2020-02-01 "       | 2020-02-01
          date     | 43862                | 2020-02-01
          date     | 18264                | 1950-01-01
          date     | 73415                | 2100-12-31
          date     | 18263                | BAD_SERIAL: expected a date, found the number 18263, which would be 1949-12-31; format the cell as a date if it is one
          date     | 73416                | BAD_SERIAL: expected a date, found the number 73416, which would be 2101-01-01; format the cell as a date if it is one
          date     | -1                   | BAD_SERIAL: expected a date, found serial -1 is outside the dates of a workbook; enter it as a date
          date     | s60                  | BAD_SERIAL: expected a date, found serial 60 is 1900-02-29, a day that never was; enter it as a date
          date     | s61                  | 1900-03-01
          date     | 2020-02-01T19:00     | TIME_IN_DATE: expected a date, found the date with time 2020-02-01T19:00; take the time off, or declare the column a date with time
          date     | "01.02.2020"         | NOT_A_DATE: expected a date, found text "01.02.2020"; enter it as a date, or as text like 2020-02-01
          date     | "2020-02-30"         | NOT_A_DATE: expected a date, found text "2020-02-30"; enter it as a date, or as text like 2020-02-01
          date     | TRUE                 | NOT_A_DATE: expected a date, found the boolean TRUE
          date     | #N/A                 | CELL_ERROR: expected a date, found the error #N/A; mend the formula, or declare what the error means for this column
          date     | =A1                  | UNCALCULATED: expected a date, found a formula that was saved without a value; open the workbook in Excel and save it, so that the formula is calculated
          dateTime | 2020-02-01T19:00     | 2020-02-01T19:00
          dateTime | 43862.5              | 2020-02-01T12:00
          dateTime | "2020-02-01T19:00:01" | 2020-02-01T19:00:01
          dateTime | "2020-02-01"         | 2020-02-01T00:00
          dateTime | "soon"               | NOT_A_DATE: expected a date with time, found text "soon"; enter it as a date, or as text like 2020-02-01T19:00
          dateTime | TRUE                 | NOT_A_DATE: expected a date with time, found the boolean TRUE
          date     | "2020-02-01T00:00"   | 2020-02-01
          date     | "2020-02-01T19:00"   | TIME_IN_DATE: expected a date, found the date with time 2020-02-01T19:00; take the time off, or declare the column a date with time
          dateTime | s43862.791666666664  | 2020-02-01T19:00
          dateTime | s43862.79166666      | 2020-02-01T18:59:59.999
          dateTime | "2020-02-01 19:00"   | NOT_A_DATE: expected a date with time, found text "2020-02-01 19:00"; enter it as a date, or as text like 2020-02-01T19:00
          time     | s0                   | 00:00
          time     | s0.7916666666666666  | 19:00
          time     | s0.999999999999      | NOT_A_TIME: expected a time of day, found the date 0.999999999999; enter it as a time below 24:00, or as text like 19:00
          time     | s1                   | NOT_A_TIME: expected a time of day, found the date 1; enter it as a time below 24:00, or as text like 19:00
          time     | 2020-02-01T19:00     | NOT_A_TIME: expected a time of day, found the date 43862.791666666664; enter it as a time below 24:00, or as text like 19:00
          time     | 0.5                  | NOT_A_TIME: expected a time of day, found the number 0.5; format the cell as a time if it is one
          time     | "19:00"              | 19:00
          time     | "19:00:30"           | 19:00:30
          time     | "24:00"              | NOT_A_TIME: expected a time of day, found text "24:00"; enter it as a time below 24:00, or as text like 19:00
          time     | #N/A                 | CELL_ERROR: expected a time of day, found the error #N/A; mend the formula, or declare what the error means for this column
          duration | s1.5                 | PT36H
          duration | s0.000694444444444444 | PT1M
          duration | s-0.5                | PT-12H
          duration | 1.5                  | NOT_A_DURATION: expected a duration, found the number 1.5; format the cell as [h]:mm if it counts days
          duration | s3000000             | NOT_A_DURATION: expected a duration, found the date 3000000; enter it under the format [h]:mm, or as text like PT1H30M
          duration | "PT1H30M"            | PT1H30M
          duration | "1:30"               | NOT_A_DURATION: expected a duration, found text "1:30"; enter it under the format [h]:mm, or as text like PT1H30M
          instant  | 2020-02-01T19:00     | 2020-02-01T18:00:00Z
          instant  | 2020-07-01           | 2020-06-30T22:00:00Z
          instant  | "2020-02-01T19:00"   | 2020-02-01T18:00:00Z
          instant  | "2020-02-01T19:00Z"  | 2020-02-01T19:00:00Z
          instant  | "2020-10-25T02:30+01:00" | 2020-10-25T01:30:00Z
          instant  | 2020-10-25T02:30     | TIME_NOT_IN_ZONE: expected a time that the clocks of Europe/Berlin show once, found 2020-10-25T02:30, which they show twice; enter it as text with its offset, like 2020-02-01T19:00+01:00
          instant  | 2020-03-29T02:30     | TIME_NOT_IN_ZONE: expected a time that the clocks of Europe/Berlin show once, found 2020-03-29T02:30, which they skip; enter it as text with its offset, like 2020-02-01T19:00+01:00
          instant  | "soon"               | NOT_A_DATE: expected a date with time, found text "soon"; enter it as a date, or as text like 2020-02-01T19:00
          enum     | "MONDAY"             | MONDAY
          enum     | "Monday"             | NOT_IN_SET: expected one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], found text "Monday"
          enum     | 1                    | NOT_IN_SET: expected one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], found the number 1
          enum     | #N/A                 | CELL_ERROR: expected one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], found the error #N/A; mend the formula, or declare what the error means for this column
          lenient  | 0.65                 | 0.65
          lenient  | "oops"               | null (NOT_A_NUMBER)
          lenient  | 2020-02-01           | null (DATE_NOT_NUMBER)
          lenient  | #N/A                 | null (#N/A)
          lenient  | =A1                  | null (UNCALCULATED)
          tokens   | 0.65                 | 0.65
          tokens   | " n/a "              | null (token "n/a")
          tokens   | "N/A"                | NOT_A_NUMBER: expected a number, found text "N/A"
          tokens   | #N/A                 | CELL_ERROR: expected a number, found the error #N/A; mend the formula, or declare what the error means for this column
          both     | "n/a"                | null (token "n/a")
          both     | "oops"               | null (NOT_A_NUMBER)
          mapped   | 21                   | 42
          mapped   | "x"                  | NOT_A_NUMBER: expected a number, found text "x"
          mapped lenient | "x"                  | null (NOT_A_NUMBER)
          own null | "x"                  | null (decoder)
          own null | #N/A                 | null (#N/A)
          """)
  void aCellBecomesAValueANullOrAProblem(String decoder, String cell, String outcome) {
    assertThat(CellOutcomes.of(DECODERS.get(decoder), cell)).isEqualTo(outcome);
  }

  @Test
  void textInAMessageIsShortenedToOneLine() {
    assertThat(CellOutcomes.of(CellDecoders.doubles(), '"' + "a\nb".repeat(40) + '"'))
        .isEqualTo("NOT_A_NUMBER: expected a number, found text \"" + "a b".repeat(20) + "…\"");
  }

  @Test
  void aRegistryKnowsItsTypesAndLearnsOthers() {
    DecoderRegistry standard = DecoderRegistry.standard();
    DecoderRegistry extended =
        standard
            .with(StringBuilder.class, CellDecoders.text().map(StringBuilder::new))
            .with(String.class, CellDecoders.text().map(text -> text + "!"));

    assertThat(standard.find(StringBuilder.class)).isEmpty();
    assertThat(CellOutcomes.of(extended.find(StringBuilder.class).orElseThrow(), "\"a\""))
        .isEqualTo("a");
    assertThat(CellOutcomes.of(extended.find(String.class).orElseThrow(), "\"a\"")).isEqualTo("a!");
    assertThat(CellOutcomes.of(standard.find(DayOfWeek.class).orElseThrow(), "\"MONDAY\""))
        .isEqualTo("MONDAY");
    assertThat(CellOutcomes.of(standard.find(BigDecimal.class).orElseThrow(), "0.1"))
        .isEqualTo("0.1");
  }
}
