package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking into a workbook and reading a part of it, by the packaged program. */
class InspectIT {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @TempDir Path temp;
  private Terminal terminal;
  private Path file;

  @BeforeEach
  void makeAWorkbook() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
    file =
        WorkbookBuilder.workbook()
            .sheet("export")
            .row("Metrics of the day")
            .rowAt(3, null, "location", "metric", "value", "date")
            .row("*", "UK", "metric1", 0.5, DAY)
            .row(null, "FR", "metric1", 1, DAY)
            .row(null, "total", null, 1.5)
            .sheet("notes", "hidden")
            .writeTo(terminal.folder().resolve("report.xlsx"));
  }

  @Test
  void showsWhatIsInAWorkbook() throws Exception {
    Result result = terminal.run("inspect", file.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().replaceFirst("size .*", "size      N bytes"))
        .isEqualTo(
            """
            file      report.xlsx
            kind      xlsx
            size      N bytes
            dates     from 1900

            #  sheet   state    extent  rows  cells  hidden  no value  merged
            1  export  visible  A1:E6      5     16       0         0       0
            2  notes   hidden   -          0      0       0         0       0

            header    export!3: location, metric, value, date
            """);
  }

  @Test
  void showsItAsJson() throws Exception {
    Result result = terminal.run("inspect", file.toString(), "--json");

    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(result.exitCode()).isZero();
    assertThat(json.at("/bytes").asLong()).isEqualTo(Files.size(file));
    assertThat(json.at("/sheets/0/extent/range").asText()).isEqualTo("export!A1:E6");
    assertThat(json.at("/sheets/0/headers/0/texts/3").asText()).isEqualTo("date");
    assertThat(json.at("/sheets/1/visibility").asText()).isEqualTo("hidden");
  }

  @Test
  void whatCannotBeReadIsRefused() throws Exception {
    Path page = Files.writeString(terminal.folder().resolve("report.xls"), "<html><table></html>");

    assertThat(terminal.run("inspect", page.toString()))
        .isEqualTo(
            new Result(
                2,
                "",
                "ingest: report.xls: expected an Excel workbook (.xlsx), found an HTML page,"
                    + " whatever its name says; open it in Excel and save it as .xlsx\n"));
  }

  @Test
  void convertsARange() throws Exception {
    Result result = terminal.run("convert", file.toString(), "--sheet", "export!B3:E5");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            location,metric,value,date
            UK,metric1,0.5,2020-02-01
            FR,metric1,1.0,2020-02-01
            """);
  }

  @Test
  void listsTheCellsOfARange() throws Exception {
    assertThat(terminal.run("cells", file.toString(), "--sheet", "export!D4:D5").out())
        .isEqualTo(
            """
            sheet	row	col	type	value
            export	0	0	sheet	visible
            export	4	4	n	0.5
            export	5	4	n	1
            """);
  }

  @Test
  void aSheetThatIsNotThereIsRefusedAndARangeThatIsNoneIsAMistake() throws Exception {
    assertThat(terminal.run("cells", file.toString(), "--sheet", "exports"))
        .isEqualTo(
            new Result(
                2,
                "",
                "ingest: report.xlsx: expected a sheet, a table or a name \"exports\", found the"
                    + " sheets \"export\", \"notes\" (hidden) and no table and no name; did you mean"
                    + " \"export\"?\n"));
    assertThat(terminal.run("cells", file.toString(), "--sheet", "export!E5:B3"))
        .isEqualTo(
            new Result(
                64,
                "",
                "ingest: range: expected a sheet and a range such as data!B3:E200, found"
                    + " \"export!E5:B3\", a range whose end comes before its start\n"));
  }
}
