package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "data!B3:E200;          data!B3:E200",
        "data!$B$3:$E$200;      data!B3:E200",
        "data!b3:e200;          data!B3:E200",
        "data!C4;               data!C4:C4",
        "data!A:D;              data!A1:D1048576",
        "data!$A:$D;            data!A1:D1048576",
        "data!1:20;             data!A1:XFD20",
        "data!$1:$20;           data!A1:XFD20",
        "data!A1:XFD1048576;    data!A1:XFD1048576",
        "'my data'!A1:B2;       'my data'!A1:B2",
        "my data!A1:B2;         'my data'!A1:B2",
        "'it''s!'!A1:B2;        'it''s!'!A1:B2",
        "日本!A1:B2;             日本!A1:B2",
      })
  void aReferenceIsReadAsPeopleWriteIt(String reference, String range) {
    assertThat(CellRange.parse(reference)).hasToString(range);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "data!E200:B3;     , a range whose end comes before its start",
        "data!D:A;         , a range whose end comes before its start",
        "data!A0:B2;       , a range that leaves the grid A1:XFD1048576",
        "data!A1:XFE2;     , a range that leaves the grid A1:XFD1048576",
        "data!A1:B1048577; , a range that leaves the grid A1:XFD1048576",
        "data!metrics;     , no range",
        "data!;            , no range",
        "data!A1:B2:C3;    , no range",
        "data!A1,B2;       , no range",
        "data!#REF!;       ,",
      })
  void whatIsNoRangeSaysWhy(String reference, String why) {
    String end = why.equals(",") ? "" : why;

    assertThatThrownBy(() -> CellRange.parse(reference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "range: expected a sheet and a range such as data!B3:E200, found \"%s\"%s"
                .formatted(reference, end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"B3:E200", "!A1", "a:b!A1", "[1]data!A1", "'it's'!A1", "''!A1", "a!b!A1"})
  void whatNamesNoSheetIsRefused(String reference) {
    assertThatThrownBy(() -> CellRange.parse(reference))
        .hasMessage(
            "range: expected a sheet and a range such as data!B3:E200, found \"" + reference + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"data!$B$3:$E$200", "data!B3:E200", "'data'!$B$3:$E$200"})
  void aFormulaThatIsOneRangeHasOne(String formula) {
    assertThat(CellRange.ofFormula(formula)).contains(new CellRange("data", 3, 2, 200, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.5",
        "\"data!$A$1\"",
        "#REF!",
        "data!#REF!",
        "SUM(data!$A$1:$B$2)",
        "OFFSET(data!$A$1,0,0,COUNTA(data!$A:$A),3)",
        "data!$A$1,data!$B$2",
        "data!$A$1:data!$B$2",
        "data!$A$1 data!$B$2",
        "-data!$A$1",
        "my data!$A$1",
        "[1]data!$A$1",
        "'[other.xlsx]data'!$A$1:",
        "first:last!$A$1",
        "data!$B$2:$A$1"
      })
  void aFormulaThatIsAnythingElseHasNone(String formula) {
    assertThat(CellRange.ofFormula(formula)).isEmpty();
  }

  @Test
  void rangesTouchWhereTheyShareACell() {
    CellRange range = CellRange.parse("data!B2:C3");

    assertThat(range.touches(CellRange.parse("data!C3:D4"))).isTrue();
    assertThat(range.touches(CellRange.parse("data!A1:E9"))).isTrue();
    assertThat(range.touches(CellRange.parse("data!D2:D3"))).isFalse();
    assertThat(range.touches(CellRange.parse("data!B4:C4"))).isFalse();
    assertThat(range.touches(CellRange.parse("data!A1:A9"))).isFalse();
  }
}
