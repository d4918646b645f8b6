package dev.ingest.workbook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.CellValue;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.corpus.CorpusCells.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same cell; a corpus that anything passes would prove nothing. */
class CorpusRulesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2020-02-01, 43862, true",
    "2020-02-01, 43863, false",
    "2020-02-01T12:00:00, 43862.5, true",
    "2020-02-01T12:00:00.100, 43862.5, false",
    "12:00:00, 0.5, true",
    "PT36H, 1.5, true",
    "PT36H, 1.6, false",
    "1900-02-29, 60, true",
    "1900-02-29, 61, false",
    "-1.5, -1.5, true",
    "-1.5, 1.5, false",
  })
  void aDateIsTheSameToTheMillisecond(String agreed, double days, boolean same) {
    CellValue found = new CellValue.DateSerial(days, DateSystem.BASE_1900);

    assertThat(new AgreedCell("d", agreed, "").is(found)).isEqualTo(same);
  }

  @Test
  void otherCellsHaveTheSameTypeAndValue() {
    assertThat(new AgreedCell("n", "1E0", "").is(new CellValue.Numeric(1))).isTrue();
    assertThat(new AgreedCell("n", "1", "").is(new CellValue.Numeric(1.1))).isFalse();
    assertThat(new AgreedCell("n", "1", "").is(new CellValue.Text("1"))).isFalse();
    assertThat(new AgreedCell("s", "a\\n\\\\n\\uD800", "").is(new CellValue.Text("a\n\\n\ud800")))
        .isTrue();
    assertThat(new AgreedCell("b", "true", "").is(new CellValue.Logical(false))).isFalse();
    assertThat(new AgreedCell("e", "#N/A", "").is(new CellValue.ErrorValue(ExcelError.NA)))
        .isTrue();
    assertThat(new AgreedCell("s", "#N/A", "").is(new CellValue.ErrorValue(ExcelError.NA)))
        .isFalse();
    assertThat(new AgreedCell("n", "1", "").is(null)).isFalse();
    assertThat(AgreedCell.NONE.is(null)).isTrue();
    assertThat(AgreedCell.NONE.is(new CellValue.Numeric(1))).isFalse();
  }

  @Test
  void everyDifferenceIsFoundAndADisputeIsHeard() throws IOException {
    Path expected =
        Files.writeString(
            folder.resolve("expected.tsv"),
            """
            sheet\trow\tcol\ttype\tvalue\tserial
            #date1904\tfalse
            data\t0\t0\tsheet\tvisible\t
            data\t1\t1\tn\t1\t
            data\t1\t2\tn\t1\t
            data\t1\t3\tn\t1\t
            data\t1\t4\tn\t1\t
            data\t1\t5\tn\t1\t
            Chart\t1\t1\tn\t1\t
            """);
    Path disputes =
        Files.writeString(
            folder.resolve("disputes.tsv"),
            """
            sheet\trow\tcol\trule\taccept\treason\treaders
            data\t1\t2\tone-of\t[["n", "2"], null]\t\t[]
            data\t1\t3\tbeyond\t[["n", "2"]]\t\t[]
            data\t1\t4\tweak\t[]\t\t[]
            data\t1\t5\tinfo\t[]\t\t[]
            """);
    CorpusCells cells = CorpusCells.read(expected, Disputes.read(disputes), List.of("Chart"));

    assertThat(cells.sheets()).containsExactly(Map.entry("data", "visible"));
    assertThat(cells.differences(Map.of()))
        .extracting(difference -> difference.substring(0, difference.indexOf(':')))
        .containsExactly(place(1).toString(), place(3).toString(), place(5).toString());
    assertThat(
            cells.differences(
                Map.of(
                    place(1), new CellValue.Numeric(1),
                    place(2), new CellValue.Numeric(2),
                    place(3), new CellValue.Numeric(2),
                    place(5), new CellValue.Numeric(1))))
        .isEmpty();
  }

  private static Place place(int column) {
    return new Place("data", 1, column);
  }
}
