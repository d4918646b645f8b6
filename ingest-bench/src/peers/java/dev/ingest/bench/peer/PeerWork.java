package dev.ingest.bench.peer;

import dev.ingest.bench.workbook.Table;
import java.nio.file.Path;

/** The work with one library. */
public interface PeerWork {

  /** Reads the sheet {@code data} of a table and writes the rows to keep as CSV. */
  void run(Path workbook, Path csv, Table table) throws Exception;
}
