package dev.ingest.metrics;

import dev.ingest.decode.CellDecoders;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.SheetSelector;
import java.time.LocalDate;
import java.util.List;

/**
 * The pipeline of the shipped example: sheet {@code data}, the rows dated like the first one, which
 * replace what the table holds for their dates and locations.
 */
public final class MetricsPipeline {

  /** The table that rows go to if none is named. */
  public static final TableName TABLE = new TableName(null, "metrics");

  private MetricsPipeline() {}

  /** What {@link RowSchema#of(Class)} makes of the record, without its annotations to be read. */
  private static RowSchema<MetricRow> schema() {
    return RowSchema.of(
            MetricRow.class,
            List.of(
                ColumnSchema.required("location", String.class, CellDecoders.text()),
                ColumnSchema.required("metric", String.class, CellDecoders.text()),
                ColumnSchema.nullable("value", Double.class, CellDecoders.doubles().lenient()),
                ColumnSchema.required("date", LocalDate.class, CellDecoders.dates())))
        .plain();
  }

  /** Makes the pipeline for a table. */
  public static Pipeline<MetricRow> into(TableName table) {
    return Pipeline.of(
            "metrics", schema(), LoadPlan.into(table).replacePartition("date", "location"))
        .sheet(SheetSelector.named("data"))
        .filter(RowFilter.sameAsFirst("date"))
        .uploadKey("{label}/{file}.xlsx")
        .outputKey("output/{label}_{date}/{run}.csv")
        .build();
  }
}
