package dev.ingest.definition;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.naming.Spaces;
import dev.ingest.pipeline.KeyPattern;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of a file, each by its own reader, and puts them together. What the sections
 * say of each other is checked one pair at a time, on the outline of the schema: so that a mistake
 * in one section hides none in another.
 */
final class PipelineReader {

  private static final LoadPlan ANY_PLAN = LoadPlan.into(new TableName(null, "any")).append();
  private static final KeyPattern ANY_UPLOAD = KeyPattern.of("{label}/{file}.xlsx");
  private static final Map<String, RowFormat> FORMATS =
      new Words<RowFormat>().with("csv", new CsvFormat()).all();

  /** What a pipeline is made of beside its name, schema and plan; null for what is the default. */
  private record Parts(
      SheetSelector sheet,
      List<RowRule> rules,
      List<RowFilter<DynamicRow>> filters,
      @Nullable KeyPattern upload,
      @Nullable KeyPattern key,
      @Nullable RowFormat format,
      ReadLimits limits,
      LoadGuards guards,
      @Nullable RejectBudget rejects) {

    /**
     * Returns these without guards, and without filters that have values of their column's type,
     * which they fit.
     */
    Parts forOutline() {
      List<RowFilter<DynamicRow>> others =
          filters.stream().filter(filter -> !(filter instanceof RowFilter.In<DynamicRow>)).toList();
      return new Parts(sheet, rules, others, upload, key, format, limits, LoadGuards.none(), null);
    }

    Pipeline<DynamicRow> with(String name, RowSchema<DynamicRow> schema, LoadPlan plan) {
      Pipeline.Builder<DynamicRow> pipeline =
          Pipeline.of(name, schema, plan).sheet(sheet).limits(limits).guards(guards);
      rules.forEach(pipeline::rule);
      filters.forEach(pipeline::filter);
      if (upload != null) {
        pipeline.uploadKey(upload.toString());
      }
      if (key != null) {
        pipeline.outputKey(key.toString());
      }
      if (format != null) {
        pipeline.format(format);
      }
      if (rejects != null) {
        pipeline.rejects(rejects);
      }
      return pipeline.build();
    }
  }

  private final Fields file;

  PipelineReader(Fields file) {
    this.file = file;
  }

  /** Returns the pipeline; null, with the mistakes noted, where it makes no sense. */
  @Nullable Pipeline<DynamicRow> read() {
    Value title = file.required("name");
    String name = title == null ? null : title.made(PipelineReader::name);
    KeyPattern upload = pattern(file.get("upload"));
    Value sheet = file.get("sheet");
    SchemaReader columns = new SchemaReader(file);
    RowSchema<DynamicRow> schema = columns.read();
    List<RowRule> rules = rules(columns);
    List<RowFilter<DynamicRow>> filters = filters(columns, upload);
    Value output = file.get("output");
    Fields outputs = output == null ? null : output.fields();
    Value key = outputs == null ? null : outputs.get("key");
    RowFormat format = outputs == null ? null : format(outputs);
    Value load = file.required("load");
    LoadReader.Load loads = LoadReader.read(load);
    LoadPlan plan = loads.plan();
    Value rejects = file.get("rejects");
    Value limits = file.get("limits");
    file.end();
    Parts parts =
        new Parts(
            SheetReader.read(sheet, schema),
            rules,
            filters,
            upload,
            pattern(key),
            format,
            limits == null ? ReadLimits.defaults() : LimitsReader.read(limits),
            loads.guards(),
            rejects == null ? null : RejectsReader.read(rejects));
    checkPairs(columns.outline(), parts, key, load, plan);
    return file.isSound() && name != null && schema != null && plan != null
        ? parts.with(name, schema, plan)
        : null;
  }

  private static String name(String name) {
    if (Spaces.isBlank(name)) {
      throw new IllegalArgumentException("expected a name, found a blank one");
    }
    return name;
  }

  private List<RowRule> rules(SchemaReader columns) {
    Value rules = file.get("rules");
    ColumnNames names = new ColumnNames(columns.declared().keySet());
    return rules == null ? List.of() : new RuleReader(names, columns.outline()).read(rules);
  }

  private List<RowFilter<DynamicRow>> filters(SchemaReader columns, @Nullable KeyPattern upload) {
    Value filters = file.get("filters");
    KeyPattern key = upload == null ? ANY_UPLOAD : upload;
    return filters == null ? List.of() : new FilterReader(columns.declared(), key).read(filters);
  }

  private static @Nullable RowFormat format(Fields output) {
    Value format = output.get("format");
    output.end();
    return format == null ? null : format.oneOf(FORMATS);
  }

  private static @Nullable KeyPattern pattern(@Nullable Value value) {
    return value == null ? null : value.made(KeyPattern::of);
  }

  private void checkPairs(
      @Nullable RowSchema<DynamicRow> outline,
      Parts parts,
      @Nullable Value key,
      @Nullable Value load,
      @Nullable LoadPlan plan) {
    if (outline == null) {
      return;
    }
    check(key, () -> parts.forOutline().with("any", outline, ANY_PLAN));
    Fields loads = load == null || !load.isSection() ? null : load.fields();
    if (loads != null) {
      GuardsReader.check(loads.get("guards"), outline);
    }
    if (loads != null && plan != null) {
      Value keys = loads.get(plan instanceof LoadPlan.Upsert ? "upsert" : "replacePartition");
      check(keys, () -> Pipeline.of("any", outline, plan).build());
    }
  }

  /** Notes a contradiction where the section is that it is about. */
  private void check(@Nullable Value about, Runnable joined) {
    try {
      joined.run();
    } catch (IllegalArgumentException odd) {
      String message = String.valueOf(odd.getMessage());
      if (about == null) {
        file.mistake(message);
      } else {
        about.mistake(message);
      }
    }
  }
}
