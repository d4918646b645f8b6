package dev.ingest.aws.postgres;

import dev.ingest.load.LoadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a file's rows get into a table. Thread-safe. */
interface RowFilling {

  /**
   * Fills a table, which is there and empty.
   *
   * @param into as SQL names it
   * @param columns of the file, quoted, with commas between them
   * @return how many rows it has then
   */
  long fill(Connection connection, LoadRequest request, String into, String columns)
      throws SQLException, IOException;

  /**
   * Begins to fill a table, which is there and empty, with a file that is still written.
   *
   * @return what takes the file; null where it must be whole
   */
  default @Nullable FedRows feed(Connection connection, String into, String columns)
      throws SQLException {
    return null;
  }

  /**
   * Opens the file; the caller closes it.
   *
   * @return empty where only the server can read it
   */
  default Optional<InputStream> read(LoadRequest request) {
    return Optional.empty();
  }
}
