package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person runs them: the packaged program, a real database. */
class CommandLineIT {

  private static final Path EXAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.xlsx");

  @TempDir Path temp;
  private Terminal terminal;

  @BeforeEach
  void workInAnEmptyFolder() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
  }

  @Test
  void loadsTheExampleIntoADatabaseOfItsOwnAndAgain() throws Exception {
    Result first = terminal.run("load", EXAMPLE.toString());
    Result second = terminal.run("load", EXAMPLE.toString());
    Result preview = terminal.run("load", EXAMPLE.toString(), "--again", "--preview");
    Result again = terminal.run("load", EXAMPLE.toString(), "--again");
    Result rows = terminal.run("sql", "select * from metrics order by 1 desc, 2");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out().replaceAll("\\d{8}T\\d{6}Z-[0-9a-f]{8}", "RUN"))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 5 = kept 4 + filtered 1
            filtered  1 not: same date as the first row
            nulls     value 2 (#N/A 2)
            csv       .ingest/objects/ingest/output/examples_2020-02-01/RUN.csv (4 rows, 126 bytes)
            replaced  date 2020-02-01
            replaced  location UK, FR
            table     metrics: 0 rows deleted, 4 rows in the table for this file
            outcome   loaded

            look      ingest sql 'select * from metrics'
            psql      ingest sql --serve, then: PGPASSFILE=.ingest/pgpass psql -h 127.0.0.1 -p PORT -U postgres ingest
            """
                .replace("PORT", port(first.out())));
    assertThat(second.exitCode()).isZero();
    assertThat(second.out())
        .containsPattern(
            "table     metrics: nothing was touched: run \\S+ loaded examples/metrics.xlsx at \\S+; --again loads it all the same\n")
        .contains("outcome   already loaded\n");
    assertThat(preview.out())
        .contains(
            "table     metrics: 4 rows would be deleted, 4 rows would be in the table for this file\n")
        .contains("outcome   previewed\n");
    assertThat(again.out())
        .contains("table     metrics: 4 rows deleted, 4 rows in the table for this file\n");
    assertThat(rows)
        .isEqualTo(
            new Result(
                0,
                """
                location  metric   value  date
                UK        metric1  0.65   2020-02-01
                UK        metric2  null   2020-02-01
                UK        metric3  null   2020-02-01
                FR        metric1  0      2020-02-01
                (4 rows)
                """,
                ""));
  }

  private static String port(String out) {
    return out.replaceAll("(?s).* -p (\\d+) .*", "$1");
  }

  @Test
  void convertsToStandardOutputAndReportsOnStandardError() throws Exception {
    Result result = terminal.run("convert", EXAMPLE.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            location,metric,value,date
            UK,metric1,0.65,2020-02-01
            UK,metric2,,2020-02-01
            UK,metric3,,2020-02-01
            FR,metric1,0.0,2020-02-01
            """);
    assertThat(result.err()).contains("rows      read 5 = kept 4 + filtered 1\n");
  }

  @Test
  void convertsToAFileAndReportsAsJson() throws Exception {
    Result result = terminal.run("convert", EXAMPLE.toString(), "-o", "out.csv", "--json");

    JsonNode report = new ObjectMapper().readTree(result.out());
    assertThat(result.exitCode()).isZero();
    assertThat(report.at("/outcome").asText()).isEqualTo("converted");
    assertThat(report.at("/rows/accepted").asInt()).isEqualTo(4);
    assertThat(report.at("/nulls/value/#N~1A").asInt()).isEqualTo(2);
    assertThat(terminal.folder().resolve("out.csv")).hasSize(126);
  }

  @Test
  void conversionWithRejectsExitsWith1AndNamesTheCells() throws Exception {
    Path file =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metric", "value", "date")
            .row("UK", "metric1", 1, LocalDate.of(2020, 2, 1))
            .row(CellError.REF, "metric1", 2, LocalDate.of(2020, 2, 1))
            .writeTo(terminal.folder().resolve("half.xlsx"));

    Result result = terminal.run("convert", file.toString(), "-o", "out.csv");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            file      half.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 2 = kept 1 + filtered 0 + rejected 1
            csv       out.csv (1 row, 53 bytes)
            problem   data!A3 (location): expected text, found the error #REF!; mend the formula, or declare what the error means for this column
            outcome   converted
            """);
  }

  @Test
  void aShareOfTheRowsMayBeRejected() throws Exception {
    Path file =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metric", "value", "date")
            .row("UK", "metric1", 1, LocalDate.of(2020, 2, 1))
            .row(null, "metric2", 2, LocalDate.of(2020, 2, 1))
            .row("UK", "metric3", 3, LocalDate.of(2020, 2, 1))
            .writeTo(terminal.folder().resolve("third.xlsx"));

    Result tooMany = terminal.run("load", file.toString(), "--max-rejected-share", "0.1");
    Result few = terminal.run("load", file.toString(), "--max-rejected-share", "0.5");

    assertThat(tooMany.out())
        .contains(
            "problem   expected at most 10 % of the rows rejected, found 1 of 3, which is 33.33 %; correct the cells listed, or allow rejects\n")
        .contains("outcome   refused\n");
    assertThat(few.exitCode()).isEqualTo(1);
    assertThat(few.out()).contains("rows      read 3 = kept 2 + filtered 0 + rejected 1\n");
  }

  /**
   * The whole way: rejected rows go back to their sender, who corrects them and sends them again.
   */
  @Test
  void correctedRowsAreLoadedBesideTheOthers() throws Exception {
    Path file =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metric", "value", "date")
            .row("UK", "metric1", 1, LocalDate.of(2020, 2, 1))
            .row(null, "metric2", 2, LocalDate.of(2020, 2, 1))
            .row("UK", "metric3", 3, LocalDate.of(2020, 2, 1))
            .writeTo(terminal.folder().resolve("half.xlsx"));

    Result first =
        terminal.run("load", file.toString(), "--max-rejected", "1", "--report-dir", "report");
    correct(terminal.folder().resolve("report/annotated.xlsx"), "A3", "FR");
    Result second =
        terminal.run("load", "report/annotated.xlsx", "--only-corrected", "--report-dir", "report");

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.out())
        .contains(
            """
            wrote     report/rejects.jsonl
            wrote     report/annotated.xlsx
            wrote     report/report.html
            wrote     report/report.json
            """);
    assertThat(second.exitCode()).isZero();
    assertThat(second.out())
        .contains(
            """
            rows      read 3 = kept 1 + filtered 2
            filtered  2 not: marked in the earlier round
            """)
        .contains(
            "note      the workbook was annotated earlier; its sheet \"Problems\" is passed over\n");
    assertThat(terminal.run("sql", "select location, metric, value from metrics order by 2").out())
        .isEqualTo(
            """
            location  metric   value
            UK        metric1  1
            FR        metric2  2
            UK        metric3  3
            (3 rows)
            """);
    assertThat(terminal.folder().resolve("report/annotated.xlsx"))
        .as("the corrected workbook is not taken away")
        .exists();
  }

  /**
   * Fills a blank cell; that a spreadsheet program may write the workbook is tested in the core.
   */
  private static void correct(Path file, String cell, String value) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
      String xml = Files.readString(sheet);
      String filled =
          xml.replaceFirst(
              "<c r=\"" + cell + "\" s=\"(\\d+)\"/>",
              "<c r=\"" + cell + "\" s=\"$1\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>");
      assertThat(filled).isNotEqualTo(xml);
      Files.writeString(sheet, filled);
    }
  }

  @Test
  void aRefusedFileChangesNothing() throws Exception {
    Path file =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metric", "value", "date")
            .row("UK", "metric1", 9, LocalDate.of(2020, 2, 1))
            .row("FR", null, 9, LocalDate.of(2020, 2, 1))
            .writeTo(terminal.folder().resolve("bad.xlsx"));
    terminal.run("load", EXAMPLE.toString());
    List<Path> before = objects();

    Result result = terminal.run("load", file.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out())
        .isEqualTo(
            """
            file      bad.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 2 = kept 1 + filtered 0 + rejected 1
            problem   data!B3 (metric): expected a value, found a blank cell; fill the cell, or declare the column nullable
            problem   expected at most 0 rejected rows, found 1; correct the cells listed, or allow rejects
            outcome   refused
            """);
    assertThat(objects()).isEqualTo(before);
    assertThat(terminal.run("sql", "select count(*), max(value) from metrics").out())
        .isEqualTo("count  max\n4      0.65\n(1 row)\n");
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> files = Files.walk(terminal.folder().resolve(".ingest/objects"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void saysWhatAFileIsThatIsNoWorkbook() throws Exception {
    Path page = Files.writeString(terminal.folder().resolve("report.xls"), "<html><table></html>");

    assertThat(terminal.run("convert", page.toString(), "-o", "out.csv"))
        .isEqualTo(
            new Result(
                2,
                """
                file      report.xls
                problem   report.xls: expected an Excel workbook (.xlsx), found an HTML page, whatever its name says; open it in Excel and save it as .xlsx
                outcome   refused
                """,
                ""));
    assertThat(terminal.folder().resolve("out.csv")).doesNotExist();
  }

  @Test
  void anEncryptedWorkbookIsReadWithItsPassword() throws Exception {
    String plain = terminal.run("cells", EXAMPLE.toString()).out();
    Path secret = encrypted("secret.xlsx", "s3same");

    assertThat(terminal.run("cells", secret.toString(), "--password", "s3same"))
        .as("no library writes a line of its own between")
        .isEqualTo(new Result(0, plain, ""));
    assertThat(terminal.run("cells", secret.toString()))
        .isEqualTo(
            new Result(
                2,
                "",
                "ingest: secret.xlsx: expected the password of an encrypted workbook, found none;"
                    + " give it with --password or ReadOptions.withPassword\n"));
    assertThat(terminal.run("convert", secret.toString(), "--password", "wr0ng"))
        .extracting(Result::exitCode, Result::out)
        .containsExactly(2, "");
    assertThat(terminal.read("err")).contains("found another").doesNotContain("wr0ng");
    assertThat(terminal.run("convert", secret.toString(), "--password", "s3same").out())
        .isEqualTo(terminal.run("convert", EXAMPLE.toString()).out());
  }

  private Path encrypted(String name, String password) throws Exception {
    Path file = terminal.folder().resolve(name);
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream content = encryptor.getDataStream(container)) {
        Files.copy(EXAMPLE, content);
      }
      container.writeFilesystem(out);
    }
    return file;
  }

  @Test
  void aMissingFileIsNamedBeforeADatabaseIsStarted() throws Exception {
    assertThat(terminal.run("load", "none.xlsx"))
        .isEqualTo(
            new Result(
                2,
                "",
                "ingest: none.xlsx: expected a readable file, found none; check the path\n"));
    assertThat(terminal.folder().resolve(".ingest")).doesNotExist();
  }

  @Test
  void mistakesInTheCommandExitWith64() throws Exception {
    assertThat(terminal.run("load", "a.xlsx", "--tabel=x"))
        .isEqualTo(
            new Result(64, "", "ingest: Unknown option: '--tabel=x'\nTry: ingest load --help\n"));
    assertThat(terminal.run("load", "a.xlsx", "--table", "a;b").exitCode()).isEqualTo(64);
    assertThat(terminal.run("load", EXAMPLE.toString(), "--host", "db.example").err())
        .isEqualTo(
            """
            ingest: settings: expected the options and the environment to be complete, found what follows; correct it
            --secret ($INGEST_SECRET_ID): expected the name or ARN of the database's secret, found none
            """);
  }
}
