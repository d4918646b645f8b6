package dev.ingest.bench.program;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.SheetSelector;
import java.io.IOException;
import java.nio.file.Path;

/** The wide table with a rule for nearly each column, a unique key, and all files of a run. */
public final class WidePolicy implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new WidePolicy().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    Pipeline<CheckedWideRow> pipeline =
        Pipeline.of(
                "wide",
                RowSchema.of(CheckedWideRow.class),
                LoadPlan.into(new TableName(null, "wide")).append())
            .sheet(SheetSelector.named("data"))
            .rule(RowRule.skip("totals", "text1", "Total.*"))
            .rule(RowRule.uniqueKey(DuplicateRows.REJECT, "text1"))
            .build();
    PolicyConversion.run(pipeline, workbook, csv);
  }
}
