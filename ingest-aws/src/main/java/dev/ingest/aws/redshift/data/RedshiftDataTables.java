package dev.ingest.aws.redshift.data;

import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import dev.ingest.aws.redshift.TargetTable;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import dev.ingest.row.RowSchema;
import java.util.List;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/** The tables of Redshift, through its Data API. */
public final class RedshiftDataTables implements LiveTables {

  private final RedshiftDataClient client;
  private final DataWarehouse warehouse;

  /**
   * Makes and compares tables of one database.
   *
   * @param client stays the caller's
   */
  public RedshiftDataTables(RedshiftDataClient client, DataWarehouse warehouse) {
    this.client = client;
    this.warehouse = warehouse;
  }

  @Override
  public TableDiff diff(TableDdl ddl, RowSchema<?> schema) {
    return TableDiff.of(
        ddl,
        schema,
        TargetTable.look(statements(ddl.table()), ddl.table()).map(TargetTable::shape));
  }

  @Override
  public void run(TableName table, List<String> statements) {
    statements(table).finished(statements.stream().map(BoundSql::of).toList());
  }

  private DataStatements statements(TableName table) {
    return new DataStatements(
        client, warehouse, TimeLimit.none(), Polling.growing(), "table " + table);
  }
}
