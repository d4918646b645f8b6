package dev.ingest.bench.program;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.metrics.MetricRow;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.SheetSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The metrics with a rule for each column, rules of rows, a budget, and all files of a run. */
public final class MetricsPolicy implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new MetricsPolicy().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    Pipeline<MetricRow> pipeline =
        Pipeline.of(
                "metrics",
                RowSchema.of(MetricRow.class, columns()),
                LoadPlan.into(MetricsPipeline.TABLE).replacePartition("date", "location"))
            .sheet(SheetSelector.named("data"))
            .rule(RowRule.skip("totals", "location", "Total.*"))
            .rule(RowRule.stop("notes", "location", "Notes?:.*"))
            .filter(RowFilter.sameAsFirst("date"))
            .build();
    PolicyConversion.run(pipeline, workbook, csv);
  }

  private static List<ColumnSchema<?>> columns() {
    return List.of(
        ColumnSchema.of(
            "location",
            String.class,
            column -> column.matches("Location [A-Z][0-9]+").maxLength(40, LengthUnit.CHARACTERS)),
        ColumnSchema.of(
            "metric", String.class, column -> column.maxLength(64, LengthUnit.UTF8_BYTES)),
        ColumnSchema.of(
            "value",
            Double.class,
            column ->
                column
                    .nullable()
                    .nullTokens("n/a", "-")
                    .onError(ExcelError.NA, CellErrorPolicy.NULL)
                    .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE)
                    .atLeast(0.0)
                    .atMost(1e6)),
        ColumnSchema.of(
            "date",
            LocalDate.class,
            column -> column.atLeast(LocalDate.of(2000, 1, 1)).atMost(LocalDate.of(2100, 12, 31))));
  }
}
