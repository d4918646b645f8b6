package dev.ingest.bench.load;

import dev.ingest.bench.program.ProcSelf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The least that a load can be: one {@code COPY} of a CSV file straight into the table. */
public final class BareCopy {

  private BareCopy() {}

  /** Copies the CSV named first to the server on the port named second. */
  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection connection = MetricsTable.connect(Integer.parseInt(arguments[1]));
        InputStream csv = Files.newInputStream(Path.of(arguments[0]))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY metrics FROM STDIN WITH (FORMAT csv, HEADER true)", csv, 64 << 10);
    }
    ProcSelf.print(System.out);
  }
}
