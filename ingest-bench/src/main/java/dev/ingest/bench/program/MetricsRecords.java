package dev.ingest.bench.program;

import dev.ingest.metrics.MetricRow;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Typed rows through the public API, with a filter of the user's own. */
public final class MetricsRecords implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new MetricsRecords().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    RecordCopy.run(
        RowSchema.of(MetricRow.class),
        List.of(RowFilter.keep("same day as the first", new SameDay())),
        workbook,
        csv);
  }
}
