package dev.ingest.workbook.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are filled again, and the values that the binary formats pack. */
class GridRowTest {

  private final GridRow row = new GridRow(DateSystem.BASE_1900);

  @Test
  void cellsAreInOrderHoweverTheyCome() {
    row.start(7, true);
    row.put(3).setText("c");
    row.put(1).setText("a");
    row.put(9).setText("i");
    row.put(2).setText("b");
    row.put(3).setText("C");

    assertThat(row.number()).isEqualTo(7);
    assertThat(row.hidden()).isTrue();
    assertThat(cells()).isEqualTo("1a 2b 3C 9i");
    assertThat(row.cell(9).text()).isEqualTo("i");
    assertThat(row.cell(4).kind()).isEqualTo(CellKind.BLANK);
    assertThat(row.cell(4).column()).isEqualTo(4);
  }

  @Test
  void aRowForgetsTheOneBefore() {
    row.start(1, false);
    row.put(1).setText("a");
    row.put(2).setText("b");
    row.start(2, false);
    row.put(2);

    assertThat(cells()).isEqualTo("2");
    assertThat(row.at(0).kind()).isEqualTo(CellKind.BLANK);
    assertThatThrownBy(() -> row.at(1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("row 2 has 1 cells");
  }

  @Test
  void eachKindHasItsValueItsTextAndItsCopy() {
    row.start(1, false);
    row.put(1).setNumber(0.65, false);
    row.put(2).setNumber(43862.5, true);
    row.put(3).setLogical(true);
    row.put(4).setError(ExcelError.NA);
    row.put(5).setUncalculated();
    row.put(6);
    row.put(7).setText("t");

    assertThat(IntStream.range(0, 7).mapToObj(i -> row.at(i).raw()))
        .containsExactly("0.65", "43862.5", "TRUE", "#N/A", "", "", "t");
    assertThat(IntStream.range(0, 7).mapToObj(i -> row.at(i).snapshot()))
        .containsExactly(
            new CellValue.Numeric(0.65),
            new CellValue.DateSerial(43862.5, DateSystem.BASE_1900),
            new CellValue.Logical(true),
            new CellValue.ErrorValue(ExcelError.NA),
            new CellValue.Uncalculated(""),
            new CellValue.Blank(),
            new CellValue.Text("t"));
    assertThat(row.at(1).dateTime()).isEqualTo(LocalDateTime.of(2020, 2, 1, 12, 0));
    assertThatThrownBy(() -> row.at(6).number())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("asked for the number of a cell that holds: text");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "6, 1", "7, 0.01", "-2, -1", "-1, -0.01", "1072693248, 1"})
  void aPackedNumberIsAnIntegerOrTheTopOfADoublePerhapsOver100(int packed, double value) {
    assertThat(PackedValues.rk(packed)).isEqualTo(value);
  }

  @Test
  void errorsHaveTheCodesOfExcel() {
    assertThat(
            IntStream.range(0, 256)
                .mapToObj(PackedValues::error)
                .filter(error -> error != null)
                .map(ExcelError::code)
                .collect(Collectors.joining(" ")))
        .isEqualTo(
            "#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CONNECT!"
                + " #BLOCKED! #UNKNOWN! #FIELD! #CALC!");
  }

  private String cells() {
    return IntStream.range(0, row.size())
        .mapToObj(row::at)
        .map((Cell cell) -> cell.column() + cell.raw())
        .collect(Collectors.joining(" "));
  }
}
