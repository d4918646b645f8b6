package dev.ingest.definition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.NumberPattern;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.Policies;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says is what Java would have said. */
class PipelineFileTest {

  private static final String TAIL =
      """
      columns:
        - { name: place, type: text }
        - { name: size, type: decimal, nullable: true }
      load: { table: t, append: true }
      """;

  @TempDir Path folder;

  @Test
  void columnsSayWhatTheBuilderSays() {
    RowSchema<DynamicRow> built =
        RowSchema.builder()
            .column(
                "branch",
                String.class,
                c -> c.header("Filiale").aliases("Ort").maxLength(40, LengthUnit.CHARACTERS))
            .column(
                "amount",
                BigDecimal.class,
                c ->
                    c.numbersAsText(NumberPattern.of(Locale.GERMANY).currency("EUR"))
                        .decimal(new DecimalSize(12, 2, RoundingMode.HALF_EVEN)))
            .column(
                "day",
                LocalDate.class,
                c -> c.datesAsText(Locale.GERMAN, "dd. MMMM yyyy").truncateTime())
            .column("due", LocalDate.class, c -> c.numericDates(DayOrder.BY_WITNESS))
            .column(
                "share",
                Double.class,
                c ->
                    c.nullable()
                        .lenient()
                        .nullTokens("-", "k. A.")
                        .onError(ExcelError.NA, CellErrorPolicy.NULL)
                        .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE))
            .column(
                "seller",
                String.class,
                c -> c.at("F").sensitive().maxLength(10, LengthUnit.UTF8_BYTES))
            .column(
                "paid",
                Boolean.class,
                c -> c.booleansAsText(List.of("ja"), List.of("nein", "0")).fillMerged())
            .column("seen", Instant.class, c -> c.zone(ZoneId.of("Europe/Berlin")))
            .column("kind", String.class, c -> c.matches("[A-Z]+").oneOf("A", "B"))
            .column("count", Integer.class, c -> c.atLeast(1).atMost(9))
            .policies(
                Policies.strict()
                    .with(HeaderRow.at(1))
                    .with(MissingColumn.NULL)
                    .with(UnexpectedColumn.IGNORE)
                    .with(HiddenRows.SKIP))
            .build();

    RowSchema<DynamicRow> read = PipelineFile.parse("full.yaml", Definitions.full()).schema();

    assertThat(read.columns()).isEqualTo(built.columns());
    assertThat(read.policies()).isEqualTo(built.policies());
    assertThat(read).hasToString(built.toString());
  }

  @Test
  void theOtherSectionsSayWhatThePipelineSays() {
    Pipeline<DynamicRow> read = PipelineFile.parse("full.yaml", Definitions.full());

    assertThat(read.name()).isEqualTo("sales");
    assertThat(read.uploadKey()).hasToString("{label}/{file}.xlsx");
    assertThat(read.outputKey()).hasToString("out/{label}/{run}.csv");
    assertThat(read.plan())
        .isEqualTo(
            LoadPlan.into(new TableName("public", "sales")).replacePartition("day", "branch"));
    assertThat(read.filters().stream().map(RowFilter::name))
        .containsExactly(
            "same day as the first readable row",
            "same branch as {label} of the key",
            "kind is A",
            "known branches",
            "paid not in false",
            "rows 2 to 100");
    assertThat(read.rules())
        .containsExactly(
            RowRule.skip("totals", "branch", "Total.*"),
            RowRule.stop("branch is Notes", RowCondition.equalTo("branch", "Notes")),
            RowRule.skip("amount is blank", RowCondition.blank("amount")),
            RowRule.skip("credits", RowCondition.below("amount", new BigDecimal("-0.5"))),
            RowRule.stop("count above 1000", RowCondition.above("count", new BigDecimal(1000))),
            RowRule.stopAfterBlank(3),
            RowRule.uniqueKey(DuplicateRows.KEEP_FIRST, "branch", "day"));
    assertThat(read.limits())
        .isEqualTo(
            ReadLimits.defaults()
                .withSourceBytes(1)
                .withSpooledMemory(2)
                .withInflatedBytes(3)
                .withPartBytes(4)
                .withEntries(5)
                .withDeclarations(6)
                .withSharedStrings(7)
                .withRows(8)
                .withColumns(9)
                .withCells(10)
                .withTextLength(11)
                .withXmlDepth(12)
                .withTime(Duration.ofSeconds(13)));
  }

  @Test
  void whatIsNotSaidIsTheDefaultOfThePipeline() {
    Pipeline<DynamicRow> read = PipelineFile.parse("p.yaml", "name: small\n" + TAIL);
    Pipeline<DynamicRow> built =
        Pipeline.of("small", read.schema(), LoadPlan.into(TableName.parse("t")).append()).build();

    assertThat(read).hasToString(built.toString());
    assertThat(read.schema().policies()).isEqualTo(Policies.strict());
    assertThat(read.schema().isPlain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data | a sheet, a table or a name \"data\"",
        "data!B3:E20 | the range data!B3:E20",
        "{ named: 2020 } | a sheet named \"2020\"",
        "{ position: 2 } | a sheet at position 2",
        "{ matching: 'data.*' } | one sheet whose name matches data.*",
        "{ withHeaders: true } | one visible sheet with the headers \"place\", \"size\"",
      })
  void aSheetIsNamedInSeveralWays(String said, String expected) {
    String yaml = "name: small\nsheet: " + said + "\n" + TAIL;

    assertThat(PipelineFile.parse("p.yaml", yaml).sheet()).hasToString(expected);
  }

  @Test
  void jsonSaysTheSameAsYaml() {
    String json =
        """
        {"name": "small", "hiddenRows": "skip",
         "columns": [{"name": "place", "type": "text"}, {"name": "size", "type": "decimal", "nullable": true}],
         "load": {"table": "t", "append": true}}
        """;
    String yaml = "\ufeffname: small\nhiddenRows: skip\n" + TAIL;

    assertThat(PipelineFile.parse("p.json", json))
        .hasToString(PipelineFile.parse("p.yaml", yaml).toString());
  }

  /** Text stays as it is written: NO is no boolean, and 1.50 keeps its digits as a text. */
  @Test
  void filtersCompareValuesOfTheColumnsType() {
    assertThat(kept("keep: { column: place, in: [NO, 7] }")).isEqualTo("NO,1.5\nNO,\n7,2\n");
    assertThat(kept("drop: { column: place, in: [NO, 7] }")).isEqualTo("UK,1.5\n");
    assertThat(kept("keep: { column: size, in: 1.50 }")).isEqualTo("NO,1.5\nUK,1.5\n");
    assertThat(kept("drop: { column: size, in: 1.50 }")).isEqualTo("NO,\n7,2\n");
    assertThat(kept("rows: { from: 3, to: 4 }")).isEqualTo("NO,\nUK,1.5\n");
    assertThat(kept("rows: { to: 2 }")).isEqualTo("NO,1.5\n");
    assertThat(kept("sameAsFirst: place")).isEqualTo("NO,1.5\nNO,\n");
  }

  private static String kept(String filter) {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("place", "size")
            .row("NO", 1.5)
            .row("NO", null)
            .row("UK", 1.5)
            .row(7, 2)
            .bytes();
    OneObject store = new OneObject();
    IngestReport report =
        Ingestion.converting(
                PipelineFile.parse("p.yaml", "name: a\nfilters: [{ " + filter + " }]\n" + TAIL),
                store,
                "bucket")
            .run(new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));
    assertThat(report.rows().balances()).isTrue();
    return new String(store.content(), UTF_8).replaceFirst("place,size\n", "");
  }

  @Test
  void aFileIsReadFromItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), "name: small\n" + TAIL);

    assertThat(PipelineFile.read(file).name()).isEqualTo("small");
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Path none = folder.resolve("none.yaml");
    Path latin = Files.write(folder.resolve("latin.yaml"), "name: é".getBytes(ISO_8859_1));
    Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> PipelineFile.read(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(none + ": expected a pipeline's file, found none; check its path");
    assertThatThrownBy(() -> PipelineFile.read(latin))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(latin + ":1:1: expected text in UTF-8, found other bytes; save it as UTF-8");
    assertThatThrownBy(() -> PipelineFile.read(large))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(large + ":1:1: expected at most 1048576 bytes, found more");
  }
}
