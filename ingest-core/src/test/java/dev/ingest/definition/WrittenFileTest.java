package dev.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.NumberPattern;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.AtLeast;
import dev.ingest.row.Column;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.NullTokens;
import dev.ingest.row.Policies;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRange;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.SheetWithHeaders;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a pipeline that was built in Java is written as a file, and what cannot be. */
class WrittenFileTest {

  private static final LoadPlan APPEND = LoadPlan.into(TableName.parse("t")).append();

  /** A kind of row that a team has as a record. */
  record Sale(
      @Column(header = "Filiale", aliases = "Ort") String branch,
      @NullTokens({"-", "k. A."}) @Nullable BigDecimal amount,
      @AtLeast("2020-01-01") LocalDate day) {}

  @Test
  void aRecordIsWrittenAsColumns() {
    assertThat(PipelineFile.text(RowSchema.of(Sale.class)))
        .isEqualTo(
            """
            columns:
              - { name: branch, type: text, header: Filiale, aliases: [Ort] }
              - { name: amount, type: decimal, nullable: true, nullTokens: ["-", "k. A."] }
              - { name: day, type: date, atLeast: "2020-01-01" }
            """);
  }

  @Test
  void theShippedPipelineOfJavaIsTheShippedFile() {
    Pipeline<DynamicRow> shipped = PipelineFile.parse("metrics.yaml", Definitions.metrics());

    assertThat(PipelineFile.text(MetricsPipeline.into(MetricsPipeline.TABLE)))
        .isEqualTo(PipelineFile.text(shipped))
        .isEqualTo(
            """
            name: metrics
            upload: "{label}/{file}.xlsx"
            sheet: { named: data }
            columns:
              - { name: location, type: text }
              - { name: metric, type: text }
              - { name: value, type: double, nullable: true, lenient: true }
              - { name: date, type: date }
            filters:
              - { sameAsFirst: date }
            output: { key: "output/{label}_{date}/{run}.csv" }
            load: { table: metrics, replacePartition: [date, location] }
            """);
  }

  /** Every name that a file may have stands in it once at least, and comes back. */
  @Test
  void aFileWithEveryNameIsWrittenAsItWasRead() {
    Pipeline<DynamicRow> full = PipelineFile.parse("full.yaml", Definitions.full());

    Pipeline<DynamicRow> again = PipelineFile.parse("again.yaml", PipelineFile.text(full));

    assertThat(again).hasToString(full.toString());
    assertThat(again.schema().columns()).isEqualTo(full.schema().columns());
    assertThat(again.limits()).isEqualTo(full.limits());
  }

  @Test
  void longEntriesTakeSeveralLines() {
    RowSchema<DynamicRow> schema =
        RowSchema.builder()
            .column(
                "amount",
                BigDecimal.class,
                c ->
                    c.header("Betrag")
                        .nullable()
                        .onError(ExcelError.NA, CellErrorPolicy.NULL)
                        .numbersAsText(NumberPattern.of(Locale.GERMANY).currency("EUR"))
                        .decimal(new DecimalSize(12, 2, RoundingMode.FLOOR)))
            .policies(
                Policies.strict()
                    .with(HeaderRow.at(3))
                    .with(MissingColumn.NULL)
                    .with(HiddenRows.SKIP))
            .build();

    assertThat(PipelineFile.text(schema))
        .isEqualTo(
            """
            header: { row: 3, missing: null }
            hiddenRows: skip
            columns:
              - name: amount
                type: decimal
                header: Betrag
                nullable: true
                onError: { "#N/A": null }
                numbersAsText: { locale: "de-DE", currency: EUR }
                decimal: { precision: 12, scale: 2, rounding: floor }
            """);
  }

  @Test
  void filtersRulesAndLimitsAreWritten() {
    Pipeline<DynamicRow> pipeline =
        builder()
            .rule(RowRule.skip(RowCondition.notBlank("city")))
            .rule(RowRule.stop("end", RowCondition.above("size", new BigDecimal("1E3"))))
            .filter(RowFilter.in("known", "city", "Ulm", "3 Towers"))
            .filter(RowFilter.notIn("odd", "size", 0, -7))
            .filter(RowFilter.rows("top", new RowRange(1, 9)))
            .limits(ReadLimits.defaults().withRows(9).withTime(Duration.ofMinutes(2)))
            .build();

    assertThat(PipelineFile.text(pipeline))
        .contains(
            """
            rules:
              - { skip: { column: city, blank: false } }
              - { name: end, stop: { column: size, above: 1E+3 } }
            filters:
              - { name: known, keep: { column: city, in: [Ulm, "3 Towers"] } }
              - { name: odd, drop: { column: size, in: [0, -7] } }
              - { name: top, rows: { from: 1, to: 9 } }
            """)
        .endsWith("limits: { rows: 9, time: PT2M }\n");
  }

  static List<SheetSelector> sheets() {
    return List.of(
        SheetSelector.onlyVisible(),
        SheetSelector.named(" it's: \"data\" "),
        SheetSelector.at(3),
        SheetSelector.matching(Pattern.compile("(?i)data \\d+")),
        SheetSelector.range("'my data'!B3:E200"),
        SheetSelector.name("Sales"),
        SheetSelector.parse("data"),
        new SheetWithHeaders(schema()));
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void sheetsComeBack(SheetSelector sheet) {
    String written = PipelineFile.text(builder().sheet(sheet).build());

    assertThat(PipelineFile.parse("p.yaml", written).sheet()).hasToString(sheet.toString());
  }

  enum Size {
    SMALL
  }

  /** All of it is told at once, with its places. */
  @Test
  void whatIsCodeIsToldAtOnce() {
    RowSchema<DynamicRow> schema =
        RowSchema.builder().column("city", String.class).column("size", Size.class).build();
    Pipeline<DynamicRow> pipeline =
        Pipeline.of("sizes", schema, APPEND)
            .sheet(SheetSelector.matching(Pattern.compile("data", Pattern.CASE_INSENSITIVE)))
            .filter(RowFilter.sameAsFirst("city"))
            .filter(RowFilter.keep("mine", row -> true))
            .filter(RowFilter.rows("odd", row -> row % 2 == 1))
            .build();

    assertThatThrownBy(() -> PipelineFile.text(pipeline))
        .isInstanceOf(NoFileFormException.class)
        .hasMessage(
            """
            sizes: sheet: expected a sheet's name, position or expression without flags, a reference or the pipeline's own headers, found one sheet whose name matches data
            sizes: columns[1] (size): expected one of the types text, byte, short, integer, long, bigInteger, float, double, decimal, boolean, date, dateTime, time, instant, duration, found Size, which is code
            sizes: filters[1] (mine): expected a filter of values, found one that is code
            sizes: filters[2] (odd): expected a filter of values, found one that is code""");
  }

  @Test
  void aDecoderOfOnesOwnIsTold() {
    RowSchema<DynamicRow> schema =
        RowSchema.builder()
            .column("city", String.class)
            .column("code", String.class, c -> c.decoder(CellDecoders.text().map(String::strip)))
            .build();

    assertThatThrownBy(() -> PipelineFile.text(schema))
        .isInstanceOf(NoFileFormException.class)
        .hasMessageStartingWith(
            "schema: columns[1] (code): expected what its type and rules say, found \"code: String");
  }

  private static RowSchema<DynamicRow> schema() {
    return RowSchema.builder().column("city", String.class).column("size", Integer.class).build();
  }

  private static Pipeline.Builder<DynamicRow> builder() {
    return Pipeline.of("p", schema(), APPEND);
  }
}
