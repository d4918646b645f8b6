package dev.ingest.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.NumberPattern;
import dev.ingest.decode.ValueRule;
import dev.ingest.explain.RowFate.Outcome;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.report.ExplanationJson;
import dev.ingest.report.Schemas;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.RowSchemaBuilder;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** An explanation says of a cell and its row what a run does, whatever the sheet and the schema. */
class ExplanationProperties {

  private static final Schema PUBLISHED =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Schemas.explanation());

  /** How a column is read. */
  record Described(CellDecoder<Object> decoder, boolean nullable) {}

  @Property(tries = 150)
  void anExplanationSaysWhatARunDoes(
      @ForAll("columns") List<Described> columns,
      @ForAll("rows") List<List<@Nullable Object>> rows,
      @ForAll("filters") List<RowFilter<DynamicRow>> filters,
      @ForAll("rules") List<RowRule> rules) {
    Pipeline<DynamicRow> pipeline = pipeline(columns, filters, rules);
    byte[] bytes = workbook(columns.size(), rows);

    Map<Integer, RowOutcome<DynamicRow>> run = run(bytes, pipeline);

    for (int row = 2; row <= rows.size() + 2; row++) {
      for (int column = 1; column <= columns.size(); column++) {
        CellQuestion question = CellQuestion.at(new CellAddress("data", row, column).a1());
        CellExplanation explanation = Explanations.of("a.xlsx", bytes, pipeline, question);
        assertAgrees(explanation, run.get(row), column - 1);
        assertThat(PUBLISHED.validate(ExplanationJson.pretty(explanation), InputFormat.JSON))
            .isEmpty();
      }
    }
  }

  private static void assertAgrees(
      CellExplanation explanation, @Nullable RowOutcome<DynamicRow> outcome, int column) {
    CellResult result = explanation.result();
    if (outcome == null) {
      assertThat(explanation.row().outcome()).isIn(Outcome.NONE, Outcome.REFUSED);
      return;
    }
    assertThat(explanation.row()).isEqualTo(RowFate.of(outcome));
    if (outcome instanceof RowOutcome.Accepted<DynamicRow> accepted) {
      assertThat(result.value()).isEqualTo(accepted.value().values().get(column));
      assertThat(result.problem()).isEmpty();
      assertThat(result.reason().isPresent()).isEqualTo(result.value() == null);
    } else if (outcome instanceof RowOutcome.Rejected<DynamicRow> rejected) {
      List<Problem> here =
          rejected.problems().stream()
              .filter(problem -> explanation.at().equals(problem.cell()))
              .filter(problem -> !problem.code().name().equals("DUPLICATE_KEY"))
              .toList();
      assertThat(result.problem().stream().toList()).isEqualTo(here);
    }
  }

  /** Returns what becomes of each row, up to where the file is refused. */
  private static Map<Integer, RowOutcome<DynamicRow>> run(
      byte[] bytes, Pipeline<DynamicRow> pipeline) {
    Map<Integer, RowOutcome<DynamicRow>> outcomes = new HashMap<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("a.xlsx", bytes), ReadOptions.defaults());
        RowReader<DynamicRow> reader =
            RowReader.open(
                workbook.sheet(pipeline.sheet()),
                pipeline.schema(),
                pipeline.filters(),
                pipeline.rules())) {
      reader.forEach(outcome -> outcomes.put(outcome.row(), outcome));
    } catch (RefusedFileException anchor) {
      return outcomes; // the rows below have none
    }
    return outcomes;
  }

  private static Pipeline<DynamicRow> pipeline(
      List<Described> columns, List<RowFilter<DynamicRow>> filters, List<RowRule> rules) {
    RowSchemaBuilder schema = RowSchema.builder();
    for (int i = 0; i < columns.size(); i++) {
      Described described = columns.get(i);
      schema.column(
          "c" + i,
          Object.class,
          column -> {
            column.decoder(described.decoder());
            return described.nullable() ? column.nullable() : column;
          });
    }
    Pipeline.Builder<DynamicRow> builder =
        Pipeline.of("any", schema.build(), LoadPlan.into(TableName.parse("t")).append())
            .sheet(SheetSelector.named("data"));
    filters.forEach(builder::filter);
    rules.forEach(builder::rule);
    return builder.build();
  }

  private static byte[] workbook(int columns, List<List<@Nullable Object>> rows) {
    List<Object> header = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      header.add("c" + i);
    }
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row(header.toArray());
    for (List<@Nullable Object> row : rows) {
      builder.row(row.toArray());
    }
    return builder.bytes();
  }

  @Provide
  Arbitrary<List<Described>> columns() {
    Arbitrary<CellDecoder<Object>> composed =
        Arbitraries.recursive(
            ExplanationProperties::catalogue, ExplanationProperties::composed, 0, 3);
    return Combinators.combine(composed, Arbitraries.of(true, false))
        .as(Described::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<CellDecoder<Object>> catalogue() {
    List<CellDecoder<?>> all = new ArrayList<>(CellDecoders.catalogue());
    all.add(CellDecoders.dates().withPattern("dd.MM.yyyy", "d/M/uuuu").truncatingTime());
    all.add(CellDecoders.doubles().withPattern(NumberPattern.of(Locale.GERMANY)));
    all.add(CellDecoders.booleans().withTokens(List.of("yes", "1"), List.of("no", "0")));
    all.add(CellDecoders.instants(ZoneOffset.UTC));
    all.add(CellDecoders.times().withPattern(Locale.ROOT, "HH.mm"));
    return Arbitraries.of(all).map(ExplanationProperties::untyped);
  }

  private static Arbitrary<CellDecoder<Object>> composed(Arbitrary<CellDecoder<Object>> inner) {
    return Arbitraries.oneOf(
        inner.map(CellDecoder::lenient),
        inner.map(decoder -> decoder.absentWhen("n/a", "oops")),
        Combinators.combine(inner, Arbitraries.of(CellErrorPolicy.NULL, CellErrorPolicy.REJECT))
            .as((decoder, policy) -> decoder.onError(ExcelError.NA, policy)),
        Combinators.combine(inner, inner).as(CellDecoder::or),
        inner.map(decoder -> decoder.map(ExplanationProperties::refusingLong, "a short value")),
        inner.map(decoder -> untyped(decoder.map(Object::toString, "a word").where(SHORT, WORD))));
  }

  private static final ValueRule SHORT = ValueRule.matching(".{1,10}");
  private static final ValueRule WORD = ValueRule.matching("[^-]*");

  private static Object refusingLong(Object value) {
    if (value.toString().length() > 9) {
      throw new IllegalArgumentException("too long");
    }
    return value;
  }

  @SuppressWarnings("unchecked") // values are compared, and nothing else
  private static CellDecoder<Object> untyped(CellDecoder<?> decoder) {
    return (CellDecoder<Object>) decoder;
  }

  @Provide
  Arbitrary<List<List<@Nullable Object>>> rows() {
    Arbitrary<@Nullable Object> any =
        Arbitraries.<@Nullable Object>of(
                0.65,
                -1,
                1e300,
                43862,
                1,
                true,
                "",
                " \u00a0",
                "n/a",
                "oops",
                "1.234,5",
                "yes",
                "01.02.2020",
                "3/4/2020",
                "19.30",
                "2020-02-01T19:00",
                "PT1H",
                CellError.NA,
                CellError.REF,
                CellXml.uncalculated("1+1"),
                CellXml.styled("60", 1),
                CellXml.styled("0.5", 2),
                LocalDate.of(2020, 2, 1),
                LocalDateTime.of(2020, 2, 1, 19, 0))
            .injectNull(0.1);
    return any.list().ofMaxSize(3).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<RowFilter<DynamicRow>>> filters() {
    return Arbitraries.of(
            RowFilter.<DynamicRow>sameAsFirst("c0"),
            RowFilter.<DynamicRow>sameAs("just one", "c0", "1"),
            RowFilter.<DynamicRow>rows("odd rows", row -> row % 2 == 1))
        .list()
        .ofMaxSize(1);
  }

  @Provide
  Arbitrary<List<RowRule>> rules() {
    return Arbitraries.of(
            RowRule.skip("skip", "c0", "oops"),
            RowRule.stop("stop", "c0", "true"),
            RowRule.stopAfterBlank(1))
        .list()
        .ofMaxSize(1);
  }

  /** Nothing is null without a reason. */
  @Property(tries = 100)
  void theLastStepIsWhatTheDecoderDoes(
      @ForAll("columns") List<Described> columns,
      @ForAll("rows") List<List<@Nullable Object>> rows) {
    Pipeline<DynamicRow> pipeline = pipeline(columns, List.of(), List.of());
    byte[] bytes = workbook(columns.size(), rows);
    for (int row = 2; row <= rows.size() + 1; row++) {
      CellQuestion question = CellQuestion.at("A" + row);
      CellExplanation explanation = Explanations.of("a.xlsx", bytes, pipeline, question);
      if (!explanation.steps().isEmpty()) {
        String last = explanation.steps().get(explanation.steps().size() - 1).outcome().toString();
        assertThat(last).isNotEmpty();
        explanation
            .result()
            .reason()
            .map(NullReason::toString)
            .ifPresent(reason -> assertThat(last).isEqualTo("null, " + reason));
        explanation
            .result()
            .problem()
            .filter(problem -> !problem.code().name().equals("REQUIRED"))
            .ifPresent(
                problem -> assertThat(last).isEqualTo(problem.code() + ", " + problem.message()));
      }
    }
  }
}
