package dev.ingest.aws.postgres;

import dev.ingest.load.LoadRequest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** How a file's rows get into the staging table. Thread-safe. */
interface RowFilling {

  /**
   * Fills the table, which is there and empty.
   *
   * @param columns of the file, quoted, with commas between them
   * @return how many rows it has then
   */
  long fill(Connection connection, LoadRequest request, String columns)
      throws SQLException, IOException;
}
