package dev.ingest.aws.postgres;

import dev.ingest.load.LoadRequest;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Reads the file from its store and sends it over the connection: fits any PostgreSQL. */
record SentRows(ObjectStore store) implements RowFilling {

  private static final int COPY_BUFFER = 64 << 10;

  @Override
  public long fill(Connection connection, LoadRequest request, String into, String columns)
      throws SQLException, IOException {
    String sql =
        "COPY %s (%s) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
            .formatted(into, columns);
    try (InputStream data = store.read(request.data())) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, data, COPY_BUFFER);
    }
  }

  @Override
  public Optional<InputStream> read(LoadRequest request) {
    return Optional.of(store.read(request.data()));
  }
}
