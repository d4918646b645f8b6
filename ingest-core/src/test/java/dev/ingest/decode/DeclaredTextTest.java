package dev.ingest.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ExcelError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a column that says more than its type makes of cells: of text that is declared to be a
 * value, of limits, of error values, and of decoders in one another.
 */
class DeclaredTextTest {

  private static final NumberPattern GERMAN = NumberPattern.of(Locale.GERMANY);
  private static final CellAddress D4 = new CellAddress("data", 4, 4);
  private static final CellAddress D9 = new CellAddress("data", 9, 4);

  private static final Map<String, CellDecoder<?>> DECODERS =
      Map.ofEntries(
          Map.entry("int", CellDecoders.integers().withPattern(GERMAN)),
          Map.entry("long", CellDecoders.longs().withPattern(GERMAN)),
          Map.entry("big", CellDecoders.bigIntegers().withPattern(GERMAN)),
          Map.entry("double", CellDecoders.doubles().withPattern(GERMAN)),
          Map.entry("float", CellDecoders.floats().withPattern(GERMAN)),
          Map.entry("decimal", CellDecoders.decimals().withPattern(GERMAN)),
          Map.entry("french", decimals(NumberPattern.of(Locale.FRANCE))),
          Map.entry("swiss", decimals(NumberPattern.of(new Locale("de", "CH")))),
          Map.entry("arabic", decimals(NumberPattern.of(Locale.forLanguageTag("ar-EG")))),
          Map.entry("percent", decimals(GERMAN.percent())),
          Map.entry("euro", decimals(GERMAN.currency("EUR"))),
          Map.entry("dollar", decimals(NumberPattern.of(Locale.US).currency("USD"))),
          Map.entry("sized", CellDecoders.decimals(DecimalSize.of(6, 2))),
          Map.entry(
              "rounded", CellDecoders.decimals(new DecimalSize(4, 2, RoundingMode.HALF_EVEN))),
          Map.entry("all behind", CellDecoders.decimals(DecimalSize.of(2, 2))),
          Map.entry("date", CellDecoders.dates().withPattern("dd.MM.yyyy", "yyyy/MM/dd")),
          Map.entry("short year", CellDecoders.dates().withPattern("dd.MM.yy")),
          Map.entry("named", CellDecoders.dates().withPattern(Locale.GERMAN, "d. MMMM yyyy")),
          Map.entry("quoted", CellDecoders.dates().withPattern("'day' d/M/yyyy")),
          Map.entry("timed", CellDecoders.dates().withPattern("dd.MM.yyyy HH:mm")),
          Map.entry("dateTime", CellDecoders.dateTimes().withPattern("dd.MM.yyyy HH:mm")),
          Map.entry("time", CellDecoders.times().withPattern(Locale.ENGLISH, "h:mm a")),
          Map.entry("day first", CellDecoders.dates().withDayOrder(DayOrder.DAY_FIRST)),
          Map.entry("month first", CellDecoders.dates().withDayOrder(DayOrder.MONTH_FIRST)),
          Map.entry("undecided", CellDecoders.dates().withDayOrder(DayOrder.BY_WITNESS)),
          Map.entry("witnessed", found(D4, null)),
          Map.entry("other witness", found(null, D9)),
          Map.entry("contradicted", found(D4, D9)),
          Map.entry("moment", CellDecoders.dateTimes().withDayOrder(DayOrder.DAY_FIRST)),
          Map.entry("truncated", CellDecoders.dates().truncatingTime()),
          Map.entry("midnight", CellDecoders.dateTimes().truncatingTime()),
          Map.entry(
              "known", CellDecoders.booleans().withTokens(List.of(" ja ", "1"), List.of("0"))),
          Map.entry("five", CellDecoders.text().withMaxLength(5, LengthUnit.CHARACTERS)),
          Map.entry("five bytes", CellDecoders.text().withMaxLength(5, LengthUnit.UTF8_BYTES)),
          Map.entry("label", CellDecoders.enums(DayOfWeek.class, day -> "day " + day.getValue())),
          Map.entry("uuid", CellDecoders.text().map(UUID::fromString, "a UUID")),
          Map.entry("year", CellDecoders.integers().map(Year::of)),
          Map.entry(
              "either", CellDecoders.dates().<Object>map(day -> day).or(CellDecoders.longs())),
          Map.entry("token or", CellDecoders.longs().or(CellDecoders.longs().absentWhen("-"))),
          Map.entry("policies", policies(CellDecoders.doubles().lenient())),
          Map.entry("lenient policies", policies(CellDecoders.doubles()).lenient()),
          Map.entry("wrapped", policies(CellDecoders.doubles()).absentWhen("-").lenient()),
          Map.entry(
              "fatal or", policies(CellDecoders.doubles()).or(CellDecoders.doubles().lenient())));

  private static CellDecoder<BigDecimal> decimals(NumberPattern pattern) {
    return CellDecoders.decimals().withPattern(pattern);
  }

  private static CellDecoder<LocalDate> found(
      @Nullable CellAddress dayFirst, @Nullable CellAddress monthFirst) {
    return CellDecoders.dates().withDayOrder(new DayOrderFinding(dayFirst, monthFirst));
  }

  private static CellDecoder<Double> policies(CellDecoder<Double> decoder) {
    return decoder
        .onError(ExcelError.NA, CellErrorPolicy.NULL)
        .onError(ExcelError.DIV_0, CellErrorPolicy.REJECT)
        .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          int       | 5                     | 5
          int       | "5"                   | 5
          int       | " 1.234 "             | 1234
          int       | "-1.234"              | -1234
          int       | "−5"             | -5
          int       | "1.234.567"           | 1234567
          int       | "1234567"             | 1234567
          int       | "3,0"                 | 3
          int       | "3,7"                 | NOT_AN_INTEGER: expected an integer, found text "3,7"
          int       | "2147483648"          | OUT_OF_RANGE: expected an integer from -2147483648 to 2147483647, found text "2147483648"
          int       | "1.23"                | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "1.23"
          int       | "12.34.567"           | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "12.34.567"
          int       | "1.2345"              | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "1.2345"
          int       | "1234.567"            | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "1234.567"
          int       | ".123"                | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text ".123"
          int       | "5,"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "5,"
          int       | ",5"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text ",5"
          int       | "1,2,3"               | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "1,2,3"
          int       | "1,234.5"             | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "1,234.5"
          int       | "1E3"                 | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "1E3"
          int       | "--5"                 | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "--5"
          int       | "5-"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "5-"
          int       | "+5"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "+5"
          int       | "(5)"                 | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "(5)"
          int       | "5 €"                 | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "5 €"
          int       | "5%"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5", found text "5%"
          int       | 2020-02-01            | DATE_NOT_NUMBER: expected a number, or text like "1.234,5", found the date 43862
          int       | TRUE                  | NOT_A_NUMBER: expected a number, or text like "1.234,5", found the boolean TRUE
          long      | "9223372036854775807" | 9223372036854775807
          long      | "9223372036854775808" | OUT_OF_RANGE: expected an integer from -9223372036854775808 to 9223372036854775807, found text "9223372036854775808"
          big       | "92233720368547758080" | 92233720368547758080
          big       | "0,5"                 | NOT_AN_INTEGER: expected an integer, found text "0,5"
          double    | "0,1"                 | 0.1
          float     | "0,1"                 | 0.1
          decimal   | "0,12345678901234567890" | 0.12345678901234567890
          decimal   | 0.30000000000000004   | 0.3
          french    | "1 234,5"             | 1234.5
          french    | "1 234,5"        | 1234.5
          french    | "1 234,5"        | 1234.5
          swiss     | "1'234.50"            | 1234.50
          swiss     | "1’234.50"       | 1234.50
          arabic    | "١٢٫٥" | 12.5
          percent   | "12,5%"               | 0.125
          percent   | "12,5 %"              | 0.125
          percent   | "-1.200%"             | -12.00
          percent   | 0.125                 | 0.125
          percent   | "12,5"                | NOT_A_NUMBER: expected a number, or text like "1.234,5%", found text "12,5"
          percent   | "%5"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5%", found text "%5"
          percent   | "12,5 % %"            | NOT_A_NUMBER: expected a number, or text like "1.234,5%", found text "12,5 % %"
          euro      | "1.234,50 €"          | 1234.50
          euro      | "1.234,50 €"     | 1234.50
          euro      | "€1.234,50"           | 1234.50
          euro      | "EUR 5"               | 5
          euro      | "5 EUR"               | 5
          euro      | "5"                   | 5
          euro      | "-5 €"                | -5
          euro      | "€ -5"                | -5
          euro      | "-€ 5"                | -5
          euro      | "(5 €)"               | -5
          euro      | 5                     | 5
          euro      | "$5"                  | NOT_A_NUMBER: expected a number, or text like "1.234,5 EUR", found text "$5"
          euro      | "5 USD"               | NOT_A_NUMBER: expected a number, or text like "1.234,5 EUR", found text "5 USD"
          euro      | "€ 5 €"               | NOT_A_NUMBER: expected a number, or text like "1.234,5 EUR", found text "€ 5 €"
          euro      | "-€ -5"               | NOT_A_NUMBER: expected a number, or text like "1.234,5 EUR", found text "-€ -5"
          euro      | "(-5 €)"              | NOT_A_NUMBER: expected a number, or text like "1.234,5 EUR", found text "(-5 €)"
          euro      | "€"                   | NOT_A_NUMBER: expected a number, or text like "1.234,5 EUR", found text "€"
          dollar    | "$1,234.50"           | 1234.50
          dollar    | "-$5"                 | -5
          dollar    | "US$5"                | NOT_A_NUMBER: expected a number, or text like "1,234.5 USD", found text "US$5"
          sized     | 1                     | 1.00
          sized     | 274.66000000000003    | 274.66
          sized     | 9999.99               | 9999.99
          sized     | 0.125                 | TOO_MANY_DECIMALS: expected a number of at most 2 digits behind the point, found the number 0.125
          sized     | 10000                 | OUT_OF_RANGE: expected a number of at most 4 digits before the point, found the number 10000
          rounded   | 0.125                 | 0.12
          rounded   | 99.994                | 99.99
          rounded   | 99.995                | OUT_OF_RANGE: expected a number of at most 2 digits before the point, found the number 99.995
          all behind | 0                    | 0.00
          all behind | 0.99                 | 0.99
          all behind | 1                    | OUT_OF_RANGE: expected a number of at most 0 digits before the point, found the number 1
          date      | "01.02.2020"          | 2020-02-01
          date      | "2020/02/01"          | 2020-02-01
          date      | "2020-02-01"          | 2020-02-01
          date      | 2020-02-01            | 2020-02-01
          date      | 43862                 | 2020-02-01
          date      | "30.02.2020"          | NOT_A_DATE: expected a date, or text like "01.02.2020", found text "30.02.2020"; enter it as a date, or as text like 2020-02-01
          date      | "1.2.2020"            | NOT_A_DATE: expected a date, or text like "01.02.2020", found text "1.2.2020"; enter it as a date, or as text like 2020-02-01
          date      | "01.02.20"            | NOT_A_DATE: expected a date, or text like "01.02.2020", found text "01.02.20"; enter it as a date, or as text like 2020-02-01
          date      | "01.02.2020 x"        | NOT_A_DATE: expected a date, or text like "01.02.2020", found text "01.02.2020 x"; enter it as a date, or as text like 2020-02-01
          short year | "01.02.99"           | 2099-02-01
          short year | "01.02.1999"         | NOT_A_DATE: expected a date, or text like "01.02.20", found text "01.02.1999"; enter it as a date, or as text like 2020-02-01
          named     | "1. Februar 2020"     | 2020-02-01
          named     | "1. February 2020"    | NOT_A_DATE: expected a date, or text like "1. Februar 2020", found text "1. February 2020"; enter it as a date, or as text like 2020-02-01
          quoted    | "day 1/2/2020"        | 2020-02-01
          timed     | "01.02.2020 00:00"    | 2020-02-01
          timed     | "01.02.2020 19:00"    | TIME_IN_DATE: expected a date, or text like "01.02.2020 19:00", found the date with time 2020-02-01T19:00; take the time off, or declare the column a date with time
          dateTime  | "01.02.2020 19:00"    | 2020-02-01T19:00
          time      | "7:00 PM"             | 19:00
          time      | "19:00"               | 19:00
          time      | "7 PM"                | NOT_A_TIME: expected a time of day, or text like "7:00 PM", found text "7 PM"; enter it as a time below 24:00, or as text like 19:00
          day first | "3/4/2020"            | 2020-04-03
          day first | "03.04.2020"          | 2020-04-03
          day first | "13-4-2020"           | 2020-04-13
          day first | "4/13/2020"           | NOT_A_DATE: expected a date, found text "4/13/2020"; enter it as a date, or as text like 2020-02-01
          day first | "3/4-2020"            | NOT_A_DATE: expected a date, found text "3/4-2020"; enter it as a date, or as text like 2020-02-01
          day first | "3/4/20"              | NOT_A_DATE: expected a date, found text "3/4/20"; enter it as a date, or as text like 2020-02-01
          day first | "003/4/2020"          | NOT_A_DATE: expected a date, found text "003/4/2020"; enter it as a date, or as text like 2020-02-01
          day first | "/4/2020"             | NOT_A_DATE: expected a date, found text "/4/2020"; enter it as a date, or as text like 2020-02-01
          day first | "3/4/2020 7:00"       | TIME_IN_DATE: expected a date, found the date with time 2020-04-03T07:00; take the time off, or declare the column a date with time
          day first | "29.2.2021"           | NOT_A_DATE: expected a date, found text "29.2.2021"; enter it as a date, or as text like 2020-02-01
          month first | "3/4/2020"          | 2020-03-04
          undecided | "13/4/2020"           | 2020-04-13
          undecided | "4/13/2020"           | 2020-04-13
          undecided | "3/3/2020"            | 2020-03-03
          undecided | 2020-02-01            | 2020-02-01
          undecided | "13/13/2020"          | NOT_A_DATE: expected a date, found text "13/13/2020"; enter it as a date, or as text like 2020-02-01
          undecided | "3/4/2020"            | DATE_AMBIGUOUS: expected one order of day and month in the column, found text "3/4/2020", and no cell that tells them apart; declare the order, or enter dates as dates
          witnessed | "3/4/2020"            | 2020-04-03
          witnessed | "4/13/2020"           | NOT_A_DATE: expected a date, found text "4/13/2020"; enter it as a date, or as text like 2020-02-01
          other witness | "3/4/2020"        | 2020-03-04
          contradicted | "3/4/2020"         | DATE_AMBIGUOUS: expected one order of day and month in the column, found text "3/4/2020", and data!D4 has the day first and data!D9 the month first; declare the order, or enter dates as dates
          contradicted | "13/4/2020"        | DATE_AMBIGUOUS: expected one order of day and month in the column, found text "13/4/2020", and data!D4 has the day first and data!D9 the month first; declare the order, or enter dates as dates
          contradicted | "4/13/2020"        | DATE_AMBIGUOUS: expected one order of day and month in the column, found text "4/13/2020", and data!D4 has the day first and data!D9 the month first; declare the order, or enter dates as dates
          contradicted | "5/5/2020"         | 2020-05-05
          moment    | "3/4/2020 7:00"       | 2020-04-03T07:00
          moment    | "3/4/2020 07:00:30"   | 2020-04-03T07:00:30
          moment    | "3/4/2020"            | 2020-04-03T00:00
          moment    | "3/4/2020 7"          | NOT_A_DATE: expected a date with time, found text "3/4/2020 7"; enter it as a date, or as text like 2020-02-01T19:00
          truncated | 2020-02-01T19:00      | 2020-02-01
          truncated | "2020-02-01T19:00"    | 2020-02-01
          midnight  | 2020-02-01T19:00      | 2020-02-01T00:00
          known     | "ja"                  | true
          known     | " 0 "                 | false
          known     | 1                     | true
          known     | 0                     | false
          known     | TRUE                  | true
          known     | "JA"                  | NOT_A_BOOLEAN: expected TRUE or FALSE, or one of [ja, 1] and [0], found text "JA"
          known     | 2                     | NOT_A_BOOLEAN: expected TRUE or FALSE, or one of [ja, 1] and [0], found the number 2
          known     | #N/A                  | CELL_ERROR: expected TRUE or FALSE, or one of [ja, 1] and [0], found the error #N/A; mend the formula, or declare what the error means for this column
          five      | " abcde "             | abcde
          five      | "äbcdé"               | äbcdé
          five      | "🙂🙂🙂🙂🙂"           | 🙂🙂🙂🙂🙂
          five      | "abcdef"              | TEXT_TOO_LONG: expected text of at most 5 characters, found text "abcdef", which is 6 characters
          five bytes | "äbcd"               | äbcd
          five bytes | "äbcdé"              | TEXT_TOO_LONG: expected text of at most 5 bytes of UTF-8, found text "äbcdé", which is 7 bytes of UTF-8
          label     | "day 1"               | MONDAY
          label     | "MONDAY"              | NOT_IN_SET: expected one of [day 1, day 2, day 3, day 4, day 5, day 6, day 7], found text "MONDAY"
          uuid      | "00000000-0000-0001-0000-000000000002" | 00000000-0000-0001-0000-000000000002
          uuid      | "oops"                | VALUE_REFUSED: expected a UUID, found text "oops" (Invalid UUID string: oops)
          uuid      | #N/A                  | CELL_ERROR: expected text, found the error #N/A; mend the formula, or declare what the error means for this column
          year      | 2020                  | 2020
          year      | 1999999999            | VALUE_REFUSED: expected a number, found the number 1999999999 (Invalid value for Year (valid values -999999999 - 999999999)…)
          either    | 5                     | 5
          either    | "2020-02-01"          | 2020-02-01
          either    | "x"                   | NOT_A_DATE: expected a date or a number, found text "x"; enter it as a date, or as text like 2020-02-01
          token or  | 5                     | 5
          token or  | "-"                   | null (token "-")
          token or  | "x"                   | NOT_A_NUMBER: expected a number, found text "x"
          policies  | #N/A                  | null (#N/A)
          policies  | #NUM!                 | null (#NUM!)
          policies  | "x"                   | null (NOT_A_NUMBER)
          policies  | #DIV/0!               | CELL_ERROR: expected a number, found the error #DIV/0!; mend the formula, or declare what the error means for this column
          policies  | #REF!                 | FATAL_CELL_ERROR: expected a number, found the error #REF!, which refuses the file; mend the formula and send the file again
          policies  | 5                     | 5.0
          lenient policies | #DIV/0!        | CELL_ERROR: expected a number, found the error #DIV/0!; mend the formula, or declare what the error means for this column
          lenient policies | #NUM!          | null (#NUM!)
          lenient policies | #REF!          | FATAL_CELL_ERROR: expected a number, found the error #REF!, which refuses the file; mend the formula and send the file again
          wrapped   | #REF!                 | FATAL_CELL_ERROR: expected a number, found the error #REF!, which refuses the file; mend the formula and send the file again
          wrapped   | #N/A                  | null (#N/A)
          wrapped   | "-"                   | null (token "-")
          fatal or  | #REF!                 | FATAL_CELL_ERROR: expected a number, found the error #REF!, which refuses the file; mend the formula and send the file again
          """)
  void aCellBecomesAValueANullOrAProblem(String decoder, String cell, String outcome) {
    assertThat(CellOutcomes.of(DECODERS.get(decoder), cell)).isEqualTo(outcome);
  }

  @Test
  void decodersThatAreConfiguredAlikeAreEqualAndPrinted() {
    assertThat(DECODERS.get("percent"))
        .isEqualTo(CellDecoders.decimals().withPattern(NumberPattern.of(Locale.GERMANY).percent()))
        .hasToString("decimal written as in de-DE, in percent");
    assertThat(DECODERS.get("date"))
        .isEqualTo(CellDecoders.dates().withPattern("dd.MM.yyyy", "yyyy/MM/dd"))
        .isNotEqualTo(CellDecoders.dates().withPattern("dd.MM.yyyy"))
        .hasToString("date written dd.MM.yyyy or yyyy/MM/dd");
    assertThat(DECODERS.get("sized")).hasToString("decimal(6, 2)");
    assertThat(DECODERS.get("named")).hasToString("date written d. MMMM yyyy in de");
    assertThat(DECODERS.get("time")).hasToString("time of day written h:mm a in en");
    assertThat(DECODERS.get("undecided")).hasToString("date, day or month first by witness");
    assertThat(DECODERS.get("known")).hasToString("boolean by [ja, 1] and [0]");
    assertThat(DECODERS.get("five bytes")).hasToString("text of at most 5 bytes of UTF-8");
    assertThat(DECODERS.get("uuid")).hasToString("a UUID from text");
    assertThat(DECODERS.get("either")).hasToString("date, mapped or long");
    assertThat(DECODERS.get("wrapped"))
        .hasToString(
            "double, #DIV/0! rejects the row, #REF! refuses the file, #N/A is null, \"-\" is null, lenient");
    assertThat(CellDecoders.instants(ZoneId.of("Europe/Berlin")))
        .hasToString("date with time in Europe/Berlin");
  }

  @Test
  void twoConstantsOfOneLabelAreRefused() {
    assertThatThrownBy(() -> CellDecoders.enums(DayOfWeek.class, day -> "day"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "java.time.DayOfWeek: expected a label of its own for each constant, found \"day\" for MONDAY and TUESDAY");
  }
}
