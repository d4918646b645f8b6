package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking why a cell is what it is, by the packaged program. */
class ExplainIT {

  private static final String PIPELINE =
      """
      name: values
      sheet: data
      columns:
        - {name: location, type: text}
        - {name: value, type: double, sensitive: true}
      load: {table: values, append: true}
      """;

  @TempDir Path temp;
  private Terminal terminal;
  private Path file;

  @BeforeEach
  void makeAWorkbook() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
    file = Files.write(terminal.folder().resolve("metrics.xlsx"), ExampleWorkbooks.metrics());
  }

  @Test
  void showsHowACellBecameNull() throws Exception {
    assertThat(terminal.run("explain", file.toString(), "data!C3"))
        .isEqualTo(
            new Result(
                0,
                """
                cell      data!C3
                file      metrics.xlsx, xlsx
                stored    xl/worksheets/sheet1.xml
                          <c r="C3" t="e"><v>#N/A</v></c>
                style     0, number format 0 (built in), General
                format    number
                kind      error
                raw       #N/A
                place     data, pipeline metrics
                column    value: Double, nullable, read as double, lenient
                header    "value" at C1, exact
                step 1    double: the error #N/A -> CELL_ERROR, expected a number, found the error #N/A
                step 2    lenient: CELL_ERROR -> null, #N/A
                null      #N/A
                row       accepted
                """,
                ""));
  }

  @Test
  void showsItAsJson() throws Exception {
    Result result = terminal.run("explain", file.toString(), "D5", "--json");

    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(result.exitCode()).isZero();
    assertThat(json.at("/address").asText()).isEqualTo("data!D5");
    assertThat(json.at("/style/formatClass").asText()).isEqualTo("date");
    assertThat(json.at("/value").asText()).isEqualTo("2020-01-31");
    assertThat(json.at("/outcome/row").asText()).isEqualTo("FILTERED");
    assertThat(json.at("/outcome/rule").asText()).isEqualTo("same date as the first row");
  }

  @Test
  void aSensitiveColumnOfAPipelineIsMaskedUnlessAskedFor() throws Exception {
    Path pipeline = Files.writeString(terminal.folder().resolve("values.yaml"), PIPELINE);

    Result masked = terminal.run("explain", file.toString(), "C2", "-p", pipeline.toString());
    Result shown =
        terminal.run(
            "explain", file.toString(), "C2", "-p", pipeline.toString(), "--show-sensitive");

    assertThat(masked.exitCode()).isZero();
    assertThat(masked.out()).contains("raw       ***** (4 characters").doesNotContain("0.65");
    assertThat(shown.out()).contains("<v>0.65</v>", "value     0.65");
  }

  @Test
  void aSheetThatIsNotThereIsRefusedAndAnAddressThatIsNoneIsAMistake() throws Exception {
    assertThat(terminal.run("explain", file.toString(), "dta!C3"))
        .isEqualTo(
            new Result(
                2,
                "",
                "ingest: metrics.xlsx: expected a sheet named \"dta\", found \"data\"; did you mean"
                    + " \"data\"?\n"));
    assertThat(terminal.run("explain", file.toString(), "C"))
        .isEqualTo(
            new Result(
                64,
                "",
                "ingest: address: expected a cell such as C4, data!C4 or 'my sheet'!C4, found"
                    + " \"C\"\n"));
  }
}
