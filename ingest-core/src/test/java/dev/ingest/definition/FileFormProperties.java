package dev.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import dev.ingest.row.RowSchemaBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Whatever columns, policies, filters and rules a file says, Java would have said, and the other
 * way round: the same pipeline, which makes the same bytes, the same report and the same rejects of
 * any sheet.
 */
class FileFormProperties {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PipelineFile.jsonSchema());

  private static final List<String> ODD_NAMES =
      List.of("value", "a b", "true", "null", "3", "#N/A", "x: y", "Größe");

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.inFiles();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theFileIsThePipelineOfJava(@ForAll("tables") RandomTable table) throws IOException {
    byte[] workbook = table.sheet().workbook();

    Pipeline<DynamicRow> file = PipelineFile.parse("rows.yaml", table.file());

    assertSame(file, table.pipeline());
    assertThat(Told.of(file, workbook).text())
        .isEqualTo(Told.of(table.pipeline(), workbook).text());
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(table.file()))).isEmpty();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void thePipelineOfJavaIsWrittenAsAFile(@ForAll("tables") RandomTable table) throws IOException {
    String written = PipelineFile.text(table.pipeline());

    Pipeline<DynamicRow> read = PipelineFile.parse("written.yaml", written);

    assertSame(read, table.pipeline());
    assertThat(PipelineFile.text(read)).isEqualTo(written);
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(written))).isEmpty();
  }

  @Provide
  Arbitrary<RandomTable> ofCode() {
    return RandomTables.all().filter(table -> !table.hasFileForm());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatOnlyJavaCanSayIsRefused(@ForAll("ofCode") RandomTable table) {
    assertThatThrownBy(() -> PipelineFile.text(table.pipeline()))
        .isInstanceOf(NoFileFormException.class);
  }

  @Provide
  Arbitrary<LoadGuards> guards() {
    Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(20);
    Arbitrary<Double> rounder = Arbitraries.integers().between(0, 100).map(n -> n / 100.0);
    Arbitrary<Double> any = Arbitraries.oneOf(shares, rounder);
    Arbitrary<Map<String, Double>> columns =
        Arbitraries.maps(Arbitraries.of(ODD_NAMES), any).ofMaxSize(3);
    return Combinators.combine(
            any.injectNull(0.5),
            any.injectNull(0.5),
            columns,
            Arbitraries.longs().between(0, Long.MAX_VALUE))
        .as(LoadGuards::new);
  }

  @Property(tries = 300)
  void theGuardsOfJavaAreWrittenAsAFile(@ForAll("guards") LoadGuards guards) throws IOException {
    RowSchemaBuilder schema = RowSchema.builder();
    ODD_NAMES.forEach(name -> schema.column(name, String.class, c -> c.nullable()));
    LoadPlan plan = LoadPlan.into(TableName.parse("t")).append();
    Pipeline<DynamicRow> built =
        Pipeline.of("guarded", schema.build(), plan).guards(guards).build();

    String written = PipelineFile.text(built);

    assertThat(PipelineFile.parse("written.yaml", written).guards()).isEqualTo(guards);
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(written))).isEmpty();
  }

  @Property(tries = 200)
  void theBudgetOfJavaIsWrittenAsAFile(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long rows,
      @ForAll @DoubleRange(min = 0, max = 1) double share)
      throws IOException {
    Pipeline<DynamicRow> built =
        Pipeline.of(
                "bounded",
                RowSchema.builder().column("id", String.class).build(),
                LoadPlan.into(TableName.parse("t")).append())
            .rejects(new RejectBudget(rows, share))
            .build();

    String written = PipelineFile.text(built);

    assertThat(PipelineFile.parse("written.yaml", written).rejects()).isEqualTo(built.rejects());
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(written))).isEmpty();
  }

  private static void assertSame(Pipeline<DynamicRow> read, Pipeline<DynamicRow> built) {
    assertThat(read.schema().columns()).isEqualTo(built.schema().columns());
    assertThat(read.schema().policies()).isEqualTo(built.schema().policies());
    assertThat(read.filters()).isEqualTo(built.filters());
    assertThat(read.rules()).isEqualTo(built.rules());
    assertThat(read.plan()).isEqualTo(built.plan());
    assertThat(read.sheet()).hasToString(built.sheet().toString());
  }
}
