package dev.ingest.bench.program;

import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Typed rows of forty components through the public API. */
public final class WideRecords implements Work {

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new WideRecords().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    RecordCopy.run(RowSchema.of(WideRow.class), List.of(), workbook, csv);
  }
}
