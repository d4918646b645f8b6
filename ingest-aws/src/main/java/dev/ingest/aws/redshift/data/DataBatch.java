package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.RedshiftFailures;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Question;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatementStatusString;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * A transaction that is submitted as a whole. Nobody can look at it on the way and decide, so what
 * must hold is a statement that fails where it does not: a division by zero. Which one failed, the
 * answer tells.
 */
final class DataBatch {

  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  /**
   * A statement.
   *
   * @param broken what it means if it fails, or null where the database's words say it
   */
  private record Step(BoundSql sql, @Nullable LoadException broken) {}

  private final DataStatements statements;
  private final String where;
  private final List<Step> steps = new ArrayList<>();

  DataBatch(DataStatements statements, String where) {
    this.statements = statements;
    this.where = where;
  }

  DataBatch then(String sql) {
    return then(BoundSql.of(sql));
  }

  DataBatch then(BoundSql sql) {
    steps.add(new Step(sql, null));
    return this;
  }

  /**
   * Adds a condition.
   *
   * @param expected what a count must be
   */
  DataBatch holding(Question<Long> count, long expected, Reason reason, String otherwise) {
    BoundSql sql =
        new BoundSql(
            "SELECT 1 / (CASE WHEN c.n = %s THEN 1 ELSE 0 END) AS held FROM (%s) AS c"
                .formatted(expected, count.sql().text()),
            count.sql().values());
    steps.add(new Step(sql, new LoadException(reason, where + ": " + otherwise, null)));
    return this;
  }

  /**
   * Runs it to its end; whatever is thrown but {@link Reason#OUTCOME_UNKNOWN}, nothing was done.
   */
  void commit() {
    List<BoundSql> all = steps.stream().map(Step::sql).toList();
    String id;
    try {
      id = statements.submit(all);
    } catch (SdkException failure) {
      throw isRefusal(failure) ? statements.failures().of(failure) : lost(failure);
    }
    judge(ended(id));
  }

  /** A request that was refused was not submitted; of one without an answer nobody knows. */
  private static boolean isRefusal(SdkException failure) {
    return failure instanceof AwsServiceException service
        && service.statusCode() >= CLIENT_ERROR
        && service.statusCode() < SERVER_ERROR;
  }

  private LoadException lost(SdkException failure) {
    return statements.failures().unknown(failure.getClass().getSimpleName());
  }

  private DescribeStatementResponse ended(String id) {
    try {
      DescribeStatementResponse end = statements.await(id);
      if (DataStatements.isOver(end)) {
        return end;
      }
      statements.cancel(id);
      return statements.await(id);
    } catch (SdkException failure) {
      throw lost(failure);
    }
  }

  private void judge(DescribeStatementResponse end) {
    if (end.status() == StatusString.FINISHED) {
      return;
    }
    if (end.status() == StatusString.ABORTED) {
      throw RedshiftFailures.outOfTime(where);
    }
    if (end.status() != StatusString.FAILED) {
      throw statements.failures().unknown("that it goes on when the time is over");
    }
    throw broken(end);
  }

  private LoadException broken(DescribeStatementResponse end) {
    for (int i = 0; i < end.subStatements().size(); i++) {
      boolean failed = end.subStatements().get(i).status() == StatementStatusString.FAILED;
      LoadException broken = failed ? steps.get(i).broken() : null;
      if (broken != null && isDivision(String.valueOf(end.subStatements().get(i).error()))) {
        return broken;
      }
    }
    return statements.failures().ofStatement(String.valueOf(end.error()));
  }

  /** The same condition can fail as any statement does, such as for a conflict. */
  private static boolean isDivision(String error) {
    return error.toLowerCase(Locale.ROOT).contains("by zero");
  }
}
