package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first pipeline file for a workbook, by the packaged program. */
class InitIT {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @TempDir Path temp;
  private Terminal terminal;
  private Path file;

  @BeforeEach
  void makeAWorkbook() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
    file =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("Store", "Day", "Pieces")
            .row("north", DAY, 3)
            .row("south", DAY, "n/a")
            .writeTo(terminal.folder().resolve("sales.xlsx"));
  }

  @Test
  void printsAFileThatTheOtherCommandsTake() throws Exception {
    Result proposed = terminal.run("init", file.toString());
    Path yaml = Files.writeString(terminal.folder().resolve("sales.yaml"), proposed.out());
    Result converted = terminal.run("convert", file.toString(), "-p", yaml.toString());

    assertThat(proposed.exitCode()).isZero();
    assertThat(proposed.err()).isEmpty();
    assertThat(proposed.out())
        .isEqualTo(
            """
            # Proposed from all cells of sales.xlsx, sheet "data": header in row 1, 2 rows below it.
            # What stands here is what these cells need. What would ask more of later files is
            # commented out: take what you want of it. Nothing is inferred when a file is loaded.
            name: sales
            sheet: { named: data } # the only visible sheet
            columns:
              - name: store
                type: text # text in 2 of 2 rows, e.g. data!A2
                # maxLength: 5 # the longest text is data!A2
              - name: day
                type: date # dates in 2 of 2 rows, e.g. data!B2
              - name: pieces
                type: integer # numbers in 1 of 2 rows, e.g. data!C2
                nullable: true # no value in 1 of 2 rows
                nullTokens: ["n/a"] # 1 row, e.g. data!C3
            # No two of the 2 rows have the same store: a key, perhaps
            load:
              table: sales
              append: true # or replacePartition: [columns], whose values then replace their like
            """);
    assertThat(converted.exitCode()).isZero();
    assertThat(converted.out())
        .isEqualTo(
            """
            store,day,pieces
            north,2020-02-01,3
            south,2020-02-01,
            """);
  }

  @Test
  void writesAFileButNeverOverAnother() throws Exception {
    Path yaml = terminal.folder().resolve("sales.yaml");
    String[] command = {"init", "sales.xlsx", "-o", "sales.yaml", "--name", "Shop sales"};
    Result first = terminal.run(command);
    String written = Files.readString(yaml);
    Files.writeString(yaml, "mine");
    Result second = terminal.run(command);

    assertThat(first)
        .isEqualTo(
            new Result(0, "sales.yaml: 3 columns proposed from 2 rows; all cells fit\n", ""));
    assertThat(written).contains("name: \"Shop sales\"\n", "  table: shop_sales\n");
    assertThat(second)
        .isEqualTo(
            new Result(
                64,
                "",
                "ingest: sales.yaml: expected no such file yet, found one; name another, or say"
                    + " --force\n"));
    assertThat(yaml).hasContent("mine");

    assertThat(terminal.run("init", "sales.xlsx", "-o", "sales.yaml", "--force").exitCode())
        .isZero();
    assertThat(Files.readString(yaml)).contains("name: sales\n");
  }

  @Test
  void proposesARecordForARange() throws Exception {
    Result result = terminal.run("init", "sales.xlsx", "--java", "--sheet", "data!A1:A3");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("public record SalesRow(\n", "    String store) {\n")
        .contains("        .sheet(SheetSelector.parse(\"data!A1:A3\"))\n");
  }

  @Test
  void aSheetWithoutAHeaderIsRefused() throws Exception {
    WorkbookBuilder.workbook()
        .sheet("data")
        .row(1, 2)
        .row(3, 4)
        .writeTo(terminal.folder().resolve("numbers.xlsx"));

    assertThat(terminal.run("init", "numbers.xlsx"))
        .isEqualTo(
            new Result(
                2,
                "",
                "ingest: data: expected a header, which is a row of different texts above other"
                    + " rows, among the first 50 rows, found none; name the range of the table, or"
                    + " write the file by hand\n"));
  }
}
