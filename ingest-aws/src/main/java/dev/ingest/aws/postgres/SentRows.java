package dev.ingest.aws.postgres;

import dev.ingest.load.LoadRequest;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Reads the file from its store and sends it over the connection: fits any PostgreSQL. */
record SentRows(ObjectStore store) implements RowFilling {

  private static final int COPY_BUFFER = 64 << 10;

  @Override
  public long fill(Connection connection, LoadRequest request, String into, String columns)
      throws SQLException, IOException {
    try (InputStream data = store.read(request.data())) {
      return copies(connection).copyIn(copy(into, columns), data, COPY_BUFFER);
    }
  }

  @Override
  public FedRows feed(Connection connection, String into, String columns) throws SQLException {
    return new FedRows(copies(connection).copyIn(copy(into, columns)));
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static String copy(String into, String columns) {
    return "COPY %s (%s) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
        .formatted(into, columns);
  }

  @Override
  public Optional<InputStream> read(LoadRequest request) {
    return Optional.of(store.read(request.data()));
  }
}
