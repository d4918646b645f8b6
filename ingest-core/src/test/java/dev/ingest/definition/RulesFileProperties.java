package dev.ingest.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.random.Told;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever rules a file says, Java would have said: the same bytes and the same report. */
class RulesFileProperties {

  private static final Object BLANK = new Object();

  /** What is said of a text column, twice. */
  record TextRule(String yaml, UnaryOperator<ColumnBuilder<String>> java) {}

  /** What is said of a column of integers, twice. */
  record NumberRule(String yaml, UnaryOperator<ColumnBuilder<Integer>> java) {}

  /** A rule of rows, twice. */
  record Rule(String yaml, RowRule java) {}

  /** A filter, twice. */
  record Filter(String yaml, RowFilter<DynamicRow> java) {}

  /** What one file says. */
  record Said(TextRule text, NumberRule number, List<Rule> rules, List<Filter> filters) {

    String yaml() {
      StringBuilder yaml = new StringBuilder("name: p\ncolumns:\n");
      yaml.append("  - { name: id, type: text").append(text.yaml()).append(" }\n");
      yaml.append("  - { name: n, type: integer").append(number.yaml()).append(" }\n");
      if (!rules.isEmpty()) {
        yaml.append("rules:\n");
        rules.forEach(rule -> yaml.append("  - { ").append(rule.yaml()).append(" }\n"));
      }
      if (!filters.isEmpty()) {
        yaml.append("filters:\n");
        filters.forEach(filter -> yaml.append("  - { ").append(filter.yaml()).append(" }\n"));
      }
      return yaml + "load: { table: t, append: true }\n";
    }

    Pipeline<DynamicRow> java() {
      RowSchema<DynamicRow> schema =
          RowSchema.builder()
              .column("id", String.class, text.java())
              .column("n", Integer.class, number.java())
              .build();
      Pipeline.Builder<DynamicRow> pipeline =
          Pipeline.of("p", schema, LoadPlan.into(TableName.parse("t")).append());
      rules.forEach(rule -> pipeline.rule(rule.java()));
      filters.forEach(filter -> pipeline.filter(filter.java()));
      return pipeline.build();
    }
  }

  @Property(tries = 400)
  void theFileGivesTheSameBytesAndTheSameReport(
      @ForAll("said") Said said, @ForAll("sheets") List<List<Object>> sheet) throws IOException {
    byte[] workbook = workbook(sheet);
    Pipeline<DynamicRow> file = PipelineFile.parse("p.yaml", said.yaml());

    assertThat(file.schema()).hasToString(said.java().schema().toString());
    assertThat(told(file, workbook)).isEqualTo(told(said.java(), workbook));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PipelineFile.jsonSchema())
                .validate(new YAMLMapper().readTree(said.yaml())))
        .isEmpty();
  }

  private static String told(Pipeline<?> pipeline, byte[] workbook) {
    OneObject store = new OneObject();
    IngestReport report =
        Ingestion.converting(pipeline, store, "bucket")
            .withRunIds(() -> "run")
            .run(new Upload("a/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));
    assertThat(report.rows().balances()).isTrue();
    String csv = store.content() == null ? "none" : new String(store.content(), UTF_8);
    return csv + Told.withoutTimes(report);
  }

  private static byte[] workbook(List<List<Object>> sheet) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row("id", "n");
    for (List<Object> row : sheet) {
      builder.row(row.stream().map(cell -> cell == BLANK ? null : cell).toArray());
    }
    return builder.bytes();
  }

  @Provide
  Arbitrary<List<List<Object>>> sheets() {
    Arbitrary<Object> text = Arbitraries.of("a", "A", "b", "a.b", "Total", "Totals", BLANK);
    Arbitrary<Object> number = Arbitraries.of(0, 1, 5, 9, 2.5, "oops", BLANK);
    return Combinators.combine(text, number).as((t, n) -> List.of(t, n)).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Said> said() {
    return Combinators.combine(
            Arbitraries.of(
                new TextRule("", c -> c),
                new TextRule(", matches: \"[aA].*\"", c -> c.matches("[aA].*")),
                new TextRule(", oneOf: [a, b]", c -> c.oneOf("a", "b"))),
            Arbitraries.of(
                new NumberRule("", c -> c),
                new NumberRule(", atLeast: 1, atMost: 5", c -> c.atLeast(1).atMost(5)),
                new NumberRule(
                    ", nullable: true, lenient: true, atMost: 5",
                    c -> c.nullable().lenient().atMost(5))),
            rules(),
            filters().list().ofMaxSize(1))
        .as(Said::new);
  }

  private static Arbitrary<List<Rule>> rules() {
    Arbitrary<List<Rule>> skips =
        Arbitraries.of(
                new Rule(
                    "name: totals, skip: { column: id, matches: \"Total.*\" }",
                    RowRule.skip("totals", "id", "Total.*")),
                new Rule(
                    "skip: { column: id, equals: a.b }",
                    RowRule.skip(RowCondition.equalTo("id", "a.b"))),
                new Rule(
                    "name: end, stop: { column: id, equals: Totals }",
                    RowRule.stop("end", "id", "Totals")),
                new Rule("stopAfterBlank: 1", RowRule.stopAfterBlank(1)))
            .list()
            .uniqueElements()
            .ofMaxSize(3);
    Arbitrary<List<Rule>> keys =
        Arbitraries.of(
                key("reject", DuplicateRows.REJECT),
                key("keepFirst", DuplicateRows.KEEP_FIRST),
                key("keepLast", DuplicateRows.KEEP_LAST),
                key("collapseIdentical", DuplicateRows.COLLAPSE_IDENTICAL))
            .list()
            .ofMaxSize(1);
    return Combinators.combine(skips, keys)
        .as((some, key) -> Stream.of(some, key).flatMap(List::stream).toList());
  }

  private static Rule key(String word, DuplicateRows duplicates) {
    return new Rule(
        "uniqueKey: { columns: id, duplicates: " + word + " }",
        RowRule.uniqueKey(duplicates, "id"));
  }

  private static Arbitrary<Filter> filters() {
    return Arbitraries.of(
        new Filter("sameAsFirst: id", RowFilter.sameAsFirst("id")),
        new Filter("sameAsKey: { column: id, part: label }", RowFilter.sameAsKey("id", "label")),
        new Filter(
            "name: only a, sameAs: { column: id, text: a }",
            RowFilter.sameAs("only a", "id", "a")));
  }
}
