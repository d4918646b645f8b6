package dev.ingest.bench.program;

import java.io.IOException;
import java.nio.file.Path;

/** What a program does with one workbook. A failure is an exception of any kind. */
@FunctionalInterface
public interface Work {

  /** Reads the sheet {@code data} and writes the rows to keep as CSV. */
  void run(Path workbook, Path csv) throws IOException;
}
