package dev.ingest.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.definition.PipelineFile;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proposals as a whole: the sheet, the header, the names, what is said of a table. */
class ProposalTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);
  private static final Path EXAMPLE =
      Path.of("").toAbsolutePath().getParent().resolve("examples/metrics.xlsx");

  @Test
  void theShippedExampleAsAFile() {
    assertThat(example().yaml())
        .isEqualTo(
            """
            # Proposed from all cells of metrics.xlsx, sheet "data": header in row 1, 5 rows below it.
            # What stands here is what these cells need. What would ask more of later files is
            # commented out: take what you want of it. Nothing is inferred when a file is loaded.
            name: metrics
            sheet: { named: data } # the only visible sheet
            columns:
              - name: location
                type: text # text in 5 of 5 rows, e.g. data!A2
                # maxLength: 2 # the longest text is data!A2
                # 2 different texts: "FR", "UK"
              - name: metric
                type: text # text in 5 of 5 rows, e.g. data!B2
                # maxLength: 7 # the longest text is data!B2
              - name: value
                type: decimal # numbers in 3 of 5 rows, e.g. data!C2
                nullable: true # no value in 2 of 5 rows
                onError: { "#N/A": null } # #N/A in 2 rows, e.g. data!C3
                # decimal: { precision: 2, scale: 2 } # as many digits as seen
              - name: date
                type: date # dates in 5 of 5 rows, e.g. data!D2
            # No two of the 5 rows have the same location and metric: a key, perhaps
            load:
              table: metrics
              append: true # or replacePartition: [columns], whose values then replace their like
            """);
  }

  @Test
  void thePageShowsTheShippedExample() throws IOException {
    assertThat(Files.readString(EXAMPLE.resolve("../../docs/pipeline-file.md").normalize()))
        .contains("```yaml\n" + example().yaml() + "```\n");
  }

  @Test
  void theShippedExampleAsARecord() {
    assertThat(example().java())
        .isEqualTo(
            """
            import dev.ingest.decode.CellErrorPolicy;
            import dev.ingest.load.LoadPlan;
            import dev.ingest.load.TableName;
            import dev.ingest.pipeline.Pipeline;
            import dev.ingest.row.OnCellError;
            import dev.ingest.row.RowSchema;
            import dev.ingest.workbook.ExcelError;
            import dev.ingest.workbook.SheetSelector;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import org.jspecify.annotations.Nullable;

            // Proposed from all cells of metrics.xlsx, sheet "data": header in row 1, 5 rows below it.
            // What stands here is what these cells need. What would ask more of later files is
            // commented out: take what you want of it. Nothing is inferred when a file is loaded.
            // No two of the 5 rows have the same location and metric: a key, perhaps
            public record MetricsRow(
                // text in 5 of 5 rows, e.g. data!A2
                // @MaxLength(2) // the longest text is data!A2
                // 2 different texts: "FR", "UK"
                String location,
                // text in 5 of 5 rows, e.g. data!B2
                // @MaxLength(7) // the longest text is data!B2
                String metric,
                // numbers in 3 of 5 rows, e.g. data!C2
                // @Decimal(precision = 2, scale = 2) // as many digits as seen
                @OnCellError(value = {ExcelError.NA}, then = CellErrorPolicy.NULL) // #N/A in 2 rows, e.g. data!C3
                @Nullable // no value in 2 of 5 rows
                BigDecimal value,
                // dates in 5 of 5 rows, e.g. data!D2
                LocalDate date) {

              /** Returns the pipeline of such rows. */
              public static Pipeline<MetricsRow> pipeline() {
                RowSchema<MetricsRow> schema = RowSchema.of(MetricsRow.class);
                LoadPlan plan = LoadPlan.into(TableName.parse("metrics")).append();
                return Pipeline.of("metrics", schema, plan)
                    .sheet(SheetSelector.named("data"))
                    .build();
              }
            }
            """);
  }

  @Test
  void headersBecomeNamesThatTablesFilesAndRecordsTake() {
    Proposal proposal =
        Proposals.of(
            WorkbookBuilder.workbook()
                .sheet("data")
                .row("Order Date", "class", "Größe (cm)", "2020", "!?", "orderDate", "a\"b\\u\n")
                .row(DAY, 1, 2, 3, 4, 5, 6));

    assertThat(proposal.columns())
        .extracting(ProposedColumn::name)
        .containsExactly(
            "order_date", "class_", "größe_cm", "_2020", "column_e", "order_date_2", "a_b_u");
    assertThat(PipelineFile.parse("book.yaml", proposal.yaml()).schema().columns())
        .extracting(column -> column.header())
        .containsExactly(
            "Order Date", "class", "Größe (cm)", "2020", "!?", "orderDate", "a\"b\\u\n");
  }

  @Test
  void whatStandsAboveBesideAndBelowATableIsTold() {
    Proposal proposal =
        Proposals.of(
            WorkbookBuilder.workbook()
                .sheet("my data")
                .row("Report", "draft")
                .rowAt(3, "id", "city", "day")
                .row(1, "Ulm", DAY)
                .hiddenRow(2, "Bonn", DAY, "stray")
                .rowAt(9)
                .rowAt(10, 3, "Ulm", DAY)
                .sheet("lists", "hidden"));

    assertThat(proposal.yaml())
        .isEqualTo(
            """
            # Proposed from all cells of book.xlsx, sheet "my data": header in row 3, 3 rows below it.
            # What stands here is what these cells need. What would ask more of later files is
            # commented out: take what you want of it. Nothing is inferred when a file is loaded.
            name: book
            sheet: { named: "my data" } # the only visible sheet
            # hiddenRows: skip # 1 of 3 rows hidden, e.g. 'my data'!A5; such rows are read like the others
            columns:
              - name: id
                type: integer # numbers in 3 of 3 rows, e.g. 'my data'!A4
              - name: city
                type: text # text in 3 of 3 rows, e.g. 'my data'!B4
                # maxLength: 4 # the longest text is 'my data'!B5
              - name: day
                type: date # dates in 3 of 3 rows, e.g. 'my data'!C4
            # Column D is left out: it holds something in 1 row, e.g. 'my data'!D5, and has no header; to read it, add - { name: column_d, type: text, at: D, nullable: true }
            # No two of the 3 rows have the same id: a key, perhaps
            load:
              table: book
              append: true # or replacePartition: [columns], whose values then replace their like
            """);
  }

  @Test
  void aHeaderThatARowAboveHidesIsDeclared() {
    Proposal proposal =
        Proposals.of(
            WorkbookBuilder.workbook()
                .sheet("data")
                .row("id", "city", "id")
                .row("id", "city", "kind")
                .row(1, "Ulm", "x")
                .edit(
                    "xl/worksheets/sheet1.xml", xml -> xml.replace("<c r=\"C1\"", "<c r=\"D1\"")));
    Proposal hidden =
        Proposals.of(
            WorkbookBuilder.workbook()
                .sheet("data")
                .row("city", "id", 7)
                .row("id", "city")
                .row(1, "Ulm"));

    assertThat(proposal.headerIsDeclared()).isFalse();
    assertThat(hidden.yaml())
        .contains("header: { row: 2 } # a row above it has all of its texts, too\n");
    assertThat(CompiledSource.pipeline(hidden.java()).schema())
        .hasToString(PipelineFile.parse("b.yaml", hidden.yaml()).schema().toString());
  }

  @Test
  void aRangeIsProposedAsItWasAskedFor() {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook()
            .sheet("one")
            .row("x", "id", "city")
            .row("y", 1, "Ulm")
            .row("z", 2, "total")
            .sheet("two")
            .row("a");
    try (Workbook open =
        Workbook.open(WorkbookSource.of("b.xlsx", workbook.bytes()), ReadOptions.defaults())) {
      Proposal proposal = Proposal.of(open, "one!B1:C2");

      assertThat(proposal.yaml()).contains("sheet: \"one!B1:C2\" # as it was asked for\n");
      assertThat(proposal.rows()).isEqualTo(1);
      assertThat(proposal.columns()).extracting(ProposedColumn::name).containsExactly("id", "city");
      assertThatThrownBy(() -> Proposal.of(open))
          .isInstanceOf(WorkbookException.class)
          .hasMessage(
              "b.xlsx: expected exactly one visible sheet, found \"one\", \"two\"; name the sheet to"
                  + " read");
    }
  }

  @Test
  void aTextFileNamesNoSheet() {
    assertThat(Proposals.ofCsv("id;city\n1;Ulm\n").yaml()).doesNotContain("sheet:");
  }

  @Test
  void aProposalMayHaveAnotherName() {
    Proposal proposal = example().named("Sales of May");

    assertThat(proposal.yaml()).contains("name: \"Sales of May\"\n", "  table: sales_of_may\n");
    assertThat(proposal.java()).contains("public record SalesOfMayRow(\n");
    assertThatThrownBy(() -> example().named(" !"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name: expected one with letters or digits, found \" !\"");
  }

  @Test
  void aSheetWithoutAHeaderIsRefused() {
    assertThatThrownBy(
            () -> Proposals.of(WorkbookBuilder.workbook().sheet("data").row("id", "id").row(1, 2)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            "data: expected a header, which is a row of different texts above other rows, among the"
                + " first 50 rows, found none; name the range of the table, or write the file by"
                + " hand");
  }

  @Test
  void aRecordHasOnlySoManyComponents() {
    List<Object> headers = new ArrayList<>();
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < 128; i++) {
      headers.add("c" + i);
      cells.add(1 / 3d);
    }
    Proposal proposal =
        Proposals.of(
            WorkbookBuilder.workbook().sheet("data").row(headers.toArray()).row(cells.toArray()));

    assertThat(PipelineFile.parse("b.yaml", proposal.yaml()).schema().columns()).hasSize(128);
    assertThatThrownBy(proposal::java)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected as many columns as a record has components, 254 at most (long and double"
                + " count twice), found 128; propose a file instead");
  }

  @Test
  void whatDoesNotFitIsCountedAtTheTop() {
    Proposal proposal = Proposals.of(Proposals.column("n", 1, 2, 3, 4, 5, 6, 7, 8, 9, "oops"));
    Pipeline<?> pipeline = PipelineFile.parse("b.yaml", proposal.yaml());

    assertThat(proposal.misfits()).isEqualTo(1);
    assertThat(proposal.yaml()).contains("# One cell does not fit; see its column.\n");
    assertThat(pipeline.schema().columns()).hasSize(2);
  }

  private static Proposal example() {
    try (Workbook workbook = Workbook.open(EXAMPLE)) {
      return Proposal.of(workbook);
    }
  }
}
