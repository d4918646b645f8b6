package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.cli.Terminal.Result;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline's file with rules and filters, there and back, by the packaged program. */
class PipelineRoundIT {

  private static final String PIPELINE =
      """
      name: orders
      sheet: { named: data }
      columns:
        - { name: id, type: text, matches: "[A-Z]-[0-9]+" }
        - { name: city, type: text }
        - { name: state, type: text, oneOf: [open, closed] }
        - { name: pieces, type: integer, atLeast: 1 }
      rules:
        - { name: totals, skip: { column: id, matches: "Total.*" } }
        - { name: notes, stop: { column: id, equals: Notes } }
        - uniqueKey: { columns: [id], duplicates: reject }
      filters:
        - { name: open orders, keep: { column: state, in: [open] } }
      load:
        table: orders
        append: true
      """;

  private static final String FIRST_ROUND =
      """
      rows      read 4 = kept 2 + filtered 1 + rejected 1
      filtered  1 not: open orders
      skipped   1 totals
      skipped   2 notes
      """;

  private static final String SECOND_ROUND =
      """
      rows      read 4 = kept 1 + filtered 3
      filtered  3 not: marked in the earlier round
      skipped   1 totals
      skipped   2 notes
      """;

  @TempDir Path temp;
  private Terminal terminal;

  @BeforeEach
  void writeTheFiles() throws IOException {
    terminal = new Terminal(Files.createDirectories(temp.resolve("work")));
    Files.writeString(terminal.folder().resolve("orders.yaml"), PIPELINE);
    WorkbookBuilder.workbook()
        .sheet("data")
        .row("id", "city", "state", "pieces")
        .row("P-1", "Paris", "open", 3)
        .row("P-2", "Rome", "closed", 4)
        .row("Total 1", null, null, 7)
        .row("P-3", null, "open", 5)
        .row("P-4", "Oslo", "open", 6)
        .row("Notes")
        .row("none of this is an order")
        .writeTo(terminal.folder().resolve("orders.xlsx"));
  }

  @Test
  void loads() throws Exception {
    Result first = run("load", "orders.xlsx", "--max-rejected", "1");
    fillTheCity();
    Result second = run("load", "report/annotated.xlsx", "--only-corrected");

    assertThat(first.exitCode()).as(first.err()).isEqualTo(1);
    assertThat(first.out()).contains(FIRST_ROUND).contains("problem   data!B5 (city): ");
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains(SECOND_ROUND).contains("outcome   loaded\n");
    assertThat(terminal.run("sql", "select * from orders order by id").out())
        .isEqualTo(
            """
            id   city   state  pieces
            P-1  Paris  open   3
            P-3  Lima   open   5
            P-4  Oslo   open   6
            (3 rows)
            """);
  }

  @Test
  void converts() throws Exception {
    Result first = run("convert", "orders.xlsx", "-o", "first.csv");
    fillTheCity();
    Result second = run("convert", "report/annotated.xlsx", "-o", "second.csv", "--only-corrected");

    assertThat(first.exitCode()).as(first.err()).isEqualTo(1);
    assertThat(first.out()).contains(FIRST_ROUND).contains("problem   data!B5 (city): ");
    assertThat(terminal.folder().resolve("first.csv"))
        .hasContent("id,city,state,pieces\nP-1,Paris,open,3\nP-4,Oslo,open,6\n");
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains(SECOND_ROUND).endsWith("outcome   converted\n");
    assertThat(terminal.folder().resolve("second.csv"))
        .hasContent("id,city,state,pieces\nP-3,Lima,open,5\n");
  }

  private Result run(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, command, 0, arguments.length);
    command[arguments.length] = "-p";
    command[arguments.length + 1] = "orders.yaml";
    command[arguments.length + 2] = "--report-dir";
    command[arguments.length + 3] = "report";
    return terminal.run(command);
  }

  /** The sender's correction: the blank cell that was marked. */
  private void fillTheCity() throws IOException {
    Path annotated = terminal.folder().resolve("report/annotated.xlsx");
    try (FileSystem zip = FileSystems.newFileSystem(annotated)) {
      Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
      String xml = Files.readString(sheet);
      String filled =
          xml.replaceFirst(
              "<c r=\"B5\" s=\"(\\d+)\"/>",
              "<c r=\"B5\" s=\"$1\" t=\"inlineStr\"><is><t>Lima</t></is></c>");
      assertThat(filled).isNotEqualTo(xml);
      Files.writeString(sheet, filled);
    }
  }
}
