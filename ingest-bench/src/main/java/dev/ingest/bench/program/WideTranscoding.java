package dev.ingest.bench.program;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.SheetSelector;
import java.io.IOException;
import java.nio.file.Path;

/** A pipeline of forty standard columns, all rows kept. */
public final class WideTranscoding implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new WideTranscoding().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    Pipeline<WideRow> pipeline =
        Pipeline.of(
                "wide",
                RowSchema.of(WideRow.class).plain(),
                LoadPlan.into(new TableName(null, "wide")).append())
            .sheet(SheetSelector.named("data"))
            .build();
    Conversion.run(pipeline, workbook, csv);
  }
}
