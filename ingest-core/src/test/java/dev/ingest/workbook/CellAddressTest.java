package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellAddressTest {

  @ParameterizedTest
  @CsvSource({
    "1,     A",
    "26,    Z",
    "27,    AA",
    "52,    AZ",
    "53,    BA",
    "702,   ZZ",
    "703,   AAA",
    "16384, XFD",
  })
  void columnsHaveLetters(int column, String letters) {
    assertThat(CellAddress.columnName(column)).isEqualTo(letters);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "data,       data!C4",
        "Données_2,  Données_2!C4",
        "my data,    'my data'!C4",
        "it's,       'it''s'!C4",
        "2020,       '2020'!C4",
        "a-b,        'a-b'!C4",
        "_.1,        _.1!C4",
        ".1,         '.1'!C4",
        "四半期Ⅳ,      四半期Ⅳ!C4",
      })
  void anAddressReadsAsInAFormula(String sheet, String shown) {
    assertThat(new CellAddress(sheet, 4, 3)).hasToString(shown);
    assertThat(new CellAddress(sheet, 4, 3).a1()).isEqualTo("C4");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1", "1048577, 1", "1, 16385"})
  void anAddressIsWithinTheGrid(int row, int column) {
    assertThatThrownBy(() -> new CellAddress("data", row, column))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row " + row + ", column " + column + " is outside the grid A1:XFD1048576");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, A1", "1048576, 16384, XFD1048576"})
  void theCornersOfTheGridAreWithinIt(int row, int column, String a1) {
    assertThat(new CellAddress("data", row, column).a1()).isEqualTo(a1);
  }
}
