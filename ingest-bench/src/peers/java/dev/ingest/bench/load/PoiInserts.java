package dev.ingest.bench.load;

import dev.ingest.bench.peer.PoiEventProgram;
import dev.ingest.bench.program.ProcSelf;
import java.nio.file.Path;
import java.sql.Connection;

/** The usual way, done well: Apache POI's event API, and inserts in batches in one transaction. */
public final class PoiInserts {

  private PoiInserts() {}

  /** Loads the workbook named first into the server on the port named second. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = MetricsTable.connect(Integer.parseInt(arguments[1]))) {
      connection.setAutoCommit(false);
      try (BatchedRows rows = new BatchedRows(connection)) {
        PoiEventProgram.read(Path.of(arguments[0]), rows);
      }
      connection.commit();
    }
    ProcSelf.print(System.out);
  }
}
