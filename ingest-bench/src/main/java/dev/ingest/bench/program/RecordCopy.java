package dev.ingest.bench.program;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads records and writes them, as a program does that works on each. */
final class RecordCopy {

  private RecordCopy() {}

  static <R> void run(RowSchema<R> schema, List<RowFilter<R>> filters, Path workbook, Path csv)
      throws IOException {
    try (Workbook open = Workbook.open(workbook);
        RowReader<R> rows =
            RowReader.open(open.sheet(SheetSelector.named("data")), schema, filters);
        OutputStream out = new FileOutputStream(csv.toFile())) {
      RowWriter<R> writer = new CsvFormat().open(schema, out);
      for (RowOutcome<R> row : rows) {
        if (row instanceof Accepted<R> accepted) {
          writer.write(accepted.value());
        } else if (row instanceof Rejected<R> rejected) {
          throw new IOException(rejected.problems().get(0).describe());
        }
      }
      writer.finish();
    }
  }
}
