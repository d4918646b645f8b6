package dev.ingest.definition;

import dev.ingest.format.CsvFormat;
import dev.ingest.load.LoadPlan;
import dev.ingest.naming.YamlScalar;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.Policies;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.SheetWithHeaders;
import dev.ingest.workbook.SheetDeclaration;
import dev.ingest.workbook.SheetSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pipeline as a file, section by section. What is written is read again before it is given
 * away: so that it says what the pipeline says, or is refused.
 */
final class PipelineWriter {

  private static final String LOADS_ANYWHERE = "load: { table: any, append: true }\n";

  private final StringBuilder text = new StringBuilder();
  private final List<String> reasons = new ArrayList<>();

  private PipelineWriter() {}

  static String write(Pipeline<?> pipeline) {
    PipelineWriter writer = new PipelineWriter();
    writer.text.append("name: ").append(YamlScalar.of(pipeline.name())).append('\n');
    writer.section("upload", YamlScalar.of(pipeline.uploadKey().toString()));
    writer.sheet(pipeline.sheet(), pipeline.schema());
    writer.schema(pipeline.schema());
    writer.rules(pipeline.rules());
    writer.filters(pipeline.filters());
    writer.output(pipeline);
    SectionText guards = GuardsReader.write(pipeline.guards());
    SectionText load = load(pipeline.plan());
    writer.text.append(
        (guards.isEmpty() ? load : load.with("guards", guards.flow())).under("load"));
    SectionText rejects = RejectsReader.write(pipeline.rejects());
    writer.text.append(rejects.isEmpty() ? "" : rejects.under("rejects"));
    SectionText limits = LimitsReader.write(pipeline.limits());
    writer.text.append(limits.isEmpty() ? "" : limits.under("limits"));
    Pipeline<DynamicRow> read = writer.readAgain(pipeline.name(), writer.text.toString());
    writer.compare(pipeline.schema(), read.schema());
    writer.compare("rules", pipeline.rules(), read.rules());
    writer.compare("filters", pipeline.filters(), read.filters());
    writer.compare("sheet", pipeline.sheet().toString(), read.sheet().toString());
    writer.compare("load", pipeline.plan(), read.plan());
    writer.compare("guards", pipeline.guards(), read.guards());
    writer.compare("rejects", pipeline.rejects(), read.rejects());
    writer.compare("limits", pipeline.limits(), read.limits());
    writer.refuse(pipeline.name());
    return writer.text.toString();
  }

  static String write(RowSchema<?> schema) {
    PipelineWriter writer = new PipelineWriter();
    writer.schema(schema);
    String whole = "name: any\n" + writer.text + LOADS_ANYWHERE;
    writer.compare(schema, writer.readAgain("schema", whole).schema());
    writer.refuse("schema");
    return writer.text.toString();
  }

  private void section(String name, String yaml) {
    text.append(name).append(": ").append(yaml).append('\n');
  }

  private void sheet(SheetSelector sheet, RowSchema<?> schema) {
    Optional<SheetDeclaration> declared = sheet.declaration();
    if (sheet instanceof SheetWithHeaders headers
        && headers.schema().columns().equals(schema.columns())) {
      section("sheet", "{ withHeaders: true }");
    } else if (declared.isEmpty()) {
      reasons.add(
          "sheet: expected a sheet's name, position or expression without flags, a reference or the"
              + " pipeline's own headers, found "
              + sheet);
    } else {
      sheet(declared.get());
    }
  }

  private void sheet(SheetDeclaration declared) {
    String words = declared.text();
    switch (declared.way()) {
      case ONLY_VISIBLE -> text.append(""); // as is where nothing is said
      case NAMED -> section("sheet", new SectionText().text("named", words).flow());
      case POSITION -> section("sheet", new SectionText().with("position", words).flow());
      case MATCHING -> section("sheet", new SectionText().text("matching", words).flow());
      case REFERENCE -> section("sheet", YamlScalar.of(words));
    }
  }

  private void schema(RowSchema<?> schema) {
    policies(schema.policies());
    text.append("columns:\n");
    for (int i = 0; i < schema.columns().size(); i++) {
      column(i, schema.columns().get(i));
    }
  }

  private void policies(Policies policies) {
    Policies strict = Policies.strict();
    SectionText header = new SectionText();
    if (!policies.header().equals(strict.header())) {
      header.with("row", row(policies.header()));
    }
    if (policies.missing() != strict.missing()) {
      header.with("missing", Words.of(policies.missing(), SchemaReader.MISSING));
    }
    if (policies.unexpected() != strict.unexpected()) {
      header.with("unexpected", Words.of(policies.unexpected(), SchemaReader.UNEXPECTED));
    }
    text.append(header.isEmpty() ? "" : header.under("header"));
    if (policies.hidden() != strict.hidden()) {
      section("hiddenRows", Words.of(policies.hidden(), SchemaReader.HIDDEN));
    }
  }

  private static String row(HeaderRow row) {
    return row.isNone() ? "none" : Integer.toString(row.number());
  }

  private void column(int index, ColumnSchema<?> column) {
    for (Map.Entry<String, ColumnType<?>> type : ColumnType.byName().entrySet()) {
      if (type.getValue().type().equals(column.type())) {
        text.append(new ColumnWriter(column).write(type.getKey()).item());
        return;
      }
    }
    reasons.add(
        "columns[%s] (%s): expected one of the types %s, found %s, which is code"
            .formatted(
                index,
                column.name(),
                String.join(", ", ColumnType.byName().keySet()),
                column.type().getSimpleName()));
  }

  private void rules(List<RowRule> rules) {
    text.append(rules.isEmpty() ? "" : "rules:\n");
    rules.forEach(rule -> text.append(RuleWriter.write(rule).item()));
  }

  private void filters(List<? extends RowFilter<?>> filters) {
    text.append(filters.isEmpty() ? "" : "filters:\n");
    for (int i = 0; i < filters.size(); i++) {
      Optional<SectionText> written = FilterWriter.write(filters.get(i));
      if (written.isPresent()) {
        text.append(written.get().item());
      } else {
        reasons.add(
            "filters[%s] (%s): expected a filter of values, found one that is code"
                .formatted(i, filters.get(i).name()));
      }
    }
  }

  private void output(Pipeline<?> pipeline) {
    SectionText output = new SectionText().text("key", pipeline.outputKey().toString());
    text.append(output.under("output"));
    if (!pipeline.format().equals(new CsvFormat())) {
      reasons.add("output.format: expected csv, found " + pipeline.format() + ", which is code");
    }
  }

  private static SectionText load(LoadPlan plan) {
    SectionText load = new SectionText().text("table", plan.table().toString());
    if (plan instanceof LoadPlan.ReplacePartition replace) {
      return load.texts("replacePartition", replace.columns());
    }
    if (plan instanceof LoadPlan.Upsert upsert) {
      return load.texts("upsert", upsert.keyColumns());
    }
    return load.flag(plan instanceof LoadPlan.Append ? "append" : "replaceTable", true);
  }

  private Pipeline<DynamicRow> readAgain(String name, String written) {
    refuse(name);
    try {
      return PipelineFile.parse(name + ".yaml", written);
    } catch (DefinitionException odd) {
      odd.mistakes().forEach(one -> reasons.add(one.path() + ": " + one.message()));
      throw new NoFileFormException(name, reasons);
    }
  }

  private void refuse(String name) {
    if (!reasons.isEmpty()) {
      throw new NoFileFormException(name, reasons);
    }
  }

  private void compare(RowSchema<?> schema, RowSchema<DynamicRow> read) {
    for (int i = 0; i < schema.columns().size(); i++) {
      ColumnSchema<?> column = schema.columns().get(i);
      if (!isSame(column, read.columns().get(i))) {
        reasons.add(
            "columns[%s] (%s): expected what its type and rules say, found \"%s\""
                .formatted(i, column.name(), column));
      }
    }
    compare("header", schema.policies(), read.policies());
  }

  /** A column that was made of a decoder is the same as one of rules that make this decoder. */
  private static boolean isSame(ColumnSchema<?> column, ColumnSchema<?> read) {
    return column.name().equals(read.name())
        && column.header().equals(read.header())
        && column.aliases().equals(read.aliases())
        && column.position().equals(read.position())
        && column.type().equals(read.type())
        && column.nullable() == read.nullable()
        && column.fillMerged() == read.fillMerged()
        && column.sensitive() == read.sensitive()
        && column.decoder().equals(read.decoder());
  }

  private void compare(String what, @Nullable Object wanted, @Nullable Object read) {
    if (!Objects.equals(wanted, read)) {
      reasons.add("%s: expected %s, found that a file would say %s".formatted(what, wanted, read));
    }
  }
}
