package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.RedshiftFailures;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Sql;
import dev.ingest.aws.sql.SqlRow;
import dev.ingest.load.Pauses;
import dev.ingest.load.TimeLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecutionMode;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * Runs statements by batches, each of which is a transaction of its own in a session of its own,
 * and waits for their end.
 *
 * <p>Source: Amazon Redshift Data API Reference, {@code BatchExecuteStatement}.
 */
final class DataStatements implements Sql {

  private final RedshiftDataClient client;
  private final DataWarehouse warehouse;
  private final TimeLimit limit;
  private final Pauses polling;
  private final String where;
  private final DataFailures failures;

  DataStatements(
      RedshiftDataClient client,
      DataWarehouse warehouse,
      TimeLimit limit,
      Pauses polling,
      String where) {
    this.client = client;
    this.warehouse = warehouse;
    this.limit = limit;
    this.polling = polling;
    this.where = where;
    this.failures = new DataFailures(where);
  }

  @Override
  public List<SqlRow> rows(BoundSql query) {
    DescribeStatementResponse batch = finished(List.of(query));
    return result(batch.subStatements().get(0).id());
  }

  @Override
  public long update(BoundSql statement) {
    return finished(List.of(statement)).subStatements().get(0).resultRows();
  }

  /** Runs a batch to its good end. */
  DescribeStatementResponse finished(List<BoundSql> batch) {
    try {
      DescribeStatementResponse end = await(submit(batch));
      return switch (end.status()) {
        case FINISHED -> end;
        case FAILED -> throw failures.ofStatement(String.valueOf(end.error()));
        default -> {
          cancel(end.id());
          throw RedshiftFailures.outOfTime(where);
        }
      };
    } catch (SdkException failure) {
      throw failures.of(failure);
    }
  }

  /**
   * Submits a batch. All tries of the client have one token, so that it is submitted once.
   *
   * @return its id
   */
  String submit(List<BoundSql> batch) {
    checkTime();
    NamedSql sql = new NamedSql(batch);
    BatchExecuteStatementRequest.Builder request =
        BatchExecuteStatementRequest.builder()
            .workgroupName(warehouse.workgroup())
            .clusterIdentifier(warehouse.cluster())
            .database(warehouse.database())
            .dbUser(warehouse.user())
            .secretArn(warehouse.secret())
            .clientToken(UUID.randomUUID().toString())
            .executionMode(ExecutionMode.TRANSACTION)
            .statementName("ingest")
            .sqls(sql.statements());
    if (!sql.parameters().isEmpty()) {
      request.parameters(sql.parameters());
    }
    return client.batchExecuteStatement(request.build()).id();
  }

  /** Waits for the end of a batch, and returns how it is when it has ended or the time is over. */
  DescribeStatementResponse await(String id) {
    for (int attempt = 1; ; attempt++) {
      DescribeStatementResponse now = client.describeStatement(request -> request.id(id));
      if (isOver(now) || !pause(attempt)) {
        return now;
      }
    }
  }

  static boolean isOver(DescribeStatementResponse batch) {
    return batch.status() == StatusString.FINISHED
        || batch.status() == StatusString.FAILED
        || batch.status() == StatusString.ABORTED;
  }

  private boolean pause(int attempt) {
    try {
      return polling.pause(attempt, limit.remaining());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asks for the end of a batch that nobody waits for any more. */
  void cancel(String id) {
    try {
      client.cancelStatement(request -> request.id(id));
    } catch (SdkException over) {
      return; // what has ended cannot be cancelled, and what goes on is in the ledger at its end
    }
  }

  /** Returns the rows of a statement of a batch. */
  List<SqlRow> result(String id) {
    List<SqlRow> rows = new ArrayList<>();
    try {
      for (GetStatementResultResponse page :
          client.getStatementResultPaginator(request -> request.id(id))) {
        page.records().forEach(record -> rows.add(row(page.columnMetadata(), record)));
      }
    } catch (SdkException failure) {
      throw failures.of(failure);
    }
    return rows;
  }

  private static SqlRow row(List<ColumnMetadata> columns, List<Field> fields) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(columns.get(i).label(), text(fields.get(i)));
    }
    return new SqlRow(values);
  }

  private static @Nullable String text(Field field) {
    return switch (field.type()) {
      case STRING_VALUE -> field.stringValue();
      case LONG_VALUE -> field.longValue().toString();
      case DOUBLE_VALUE -> field.doubleValue().toString();
      case BOOLEAN_VALUE -> field.booleanValue().toString();
      default -> null;
    };
  }

  private void checkTime() {
    if (limit.remaining().toMillis() <= 0) {
      throw RedshiftFailures.outOfTime(where);
    }
  }

  DataFailures failures() {
    return failures;
  }
}
