package dev.ingest.aws.ddl;

import dev.ingest.load.LoadException;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import java.util.List;

/** The tables of a database: compares them with schemas, and makes them. Thread-safe. */
public interface LiveTables {

  /**
   * Compares a table with the one that is needed.
   *
   * @throws LoadException if the database cannot be asked
   */
  TableDiff diff(TableDdl ddl, RowSchema<?> schema);

  /**
   * Runs statements that change a table, all of them or none.
   *
   * @throws LoadException if one fails
   */
  void run(TableName table, List<String> statements);
}
