package dev.ingest.aws.redshift.data;

import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.LoadError;
import dev.ingest.aws.redshift.RedshiftLedger;
import dev.ingest.aws.redshift.RedshiftLoad;
import dev.ingest.aws.redshift.TargetTable;
import dev.ingest.aws.sql.BoundSql;
import dev.ingest.aws.sql.Ledger;
import dev.ingest.aws.sql.Question;
import dev.ingest.aws.sql.Replacement;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadEffect.GoneValues;
import dev.ingest.load.LoadEffect.NullShare;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadLedger;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadSession;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;

/**
 * A load through the Data API, where a transaction is a batch that is submitted as a whole. What
 * the loader asks is asked before, in batches that change nothing: the file is copied into a
 * temporary table and counted. All is done at the commit, by one batch whose conditions are what
 * was found before: nobody wrote a line into the ledger meanwhile, the file has as many rows, and
 * as many rows of the table go. Where one does not hold, all is rolled back and the load begins
 * anew.
 */
final class DataSession implements LoadSession {

  private final DataStatements sql;
  private final ObjectStore store;
  private final CopyAccess access;
  private final TableName table;
  private final TargetTable target;
  private final Ledger ledger;
  private @Nullable RedshiftLoad load;
  private @Nullable LedgerEntry line;
  private boolean previewing;
  private boolean applied;
  private long lines;
  private long staged;
  private long replaced;
  private long doubled;

  DataSession(DataStatements sql, ObjectStore store, CopyAccess access, TableName table) {
    this.sql = sql;
    this.store = store;
    this.access = access;
    this.table = table;
    this.target = TargetTable.find(sql, table);
    this.ledger = new Ledger(sql, new RedshiftLedger(), target.name(), () -> {});
  }

  @Override
  public LoadLedger ledger() {
    return ledger;
  }

  @Override
  public Optional<TableShape> shape() {
    return Optional.of(target.shape());
  }

  @Override
  public long stage(LoadRequest request) {
    previewing = request.options().preview();
    RedshiftLoad statements = new RedshiftLoad(request, target, access);
    load = statements;
    List<Question<Long>> questions = new ArrayList<>();
    questions.add(statements.staged().staged());
    questions.add(statements.staged().replaced());
    if (request.plan() instanceof LoadPlan.Upsert) {
      questions.add(statements.staged().doubledKeys());
    }
    List<Long> answers = survey(statements, questions);
    staged = answers.get(0);
    replaced = answers.get(1);
    doubled = answers.size() > 2 ? answers.get(2) : 0;
    return staged;
  }

  /** Copies the file into a table that goes with the batch, and asks. */
  private <T> List<T> survey(RedshiftLoad statements, List<Question<T>> questions) {
    List<BoundSql> batch = new ArrayList<>();
    batch.add(BoundSql.of(statements.staging()));
    batch.add(BoundSql.of(statements.copy(store)));
    questions.forEach(question -> batch.add(question.sql()));
    DescribeStatementResponse end = explained(statements, () -> sql.finished(batch));
    List<T> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      String id = end.subStatements().get(i + 2).id();
      answers.add(questions.get(i).meaning().apply(sql.result(id)));
    }
    return answers;
  }

  private <T> T explained(RedshiftLoad statements, Supplier<T> work) {
    try {
      return work.get();
    } catch (LoadException failure) {
      if (failure.reason() != Reason.ROWS_REFUSED) {
        throw failure;
      }
      List<LoadError> errors = sql.ask(statements.errors());
      throw errors.isEmpty() ? failure : statements.refused(errors, store);
    }
  }

  /** There are no turns: who was in between is found out at the commit, by the ledger's length. */
  @Override
  public void awaitTurn() {
    if (previewing && !ledger.isThere()) {
      return;
    }
    try {
      ledger.make();
    } catch (LoadException failure) { // of two who make it at once one fails, and finds it there
      if (!ledger.isThere()) {
        throw failure;
      }
    }
    lines = sql.ask(ledger.lines());
  }

  @Override
  public LoadEffect apply(LoadRequest request, boolean inDetail) {
    RedshiftLoad statements = load;
    if (statements == null) {
      throw new IllegalStateException("apply: expected staged rows, found none; stage them first");
    }
    Replacement.refuseDoubled(request, statements.staged(), doubled);
    applied = true;
    List<GoneValues> gone =
        inDetail && !statements.staged().gone().isEmpty()
            ? survey(statements, statements.staged().gone()).get(0)
            : List.of();
    return new LoadEffect(
        replaced, staged, gone, inDetail ? nullShares(statements) : List.<NullShare>of());
  }

  private List<NullShare> nullShares(RedshiftLoad statements) {
    if (statements.staged().nullable().isEmpty()) {
      return List.of();
    }
    List<List<Double>> shares =
        survey(
            statements,
            List.of(statements.staged().sharesBefore(), statements.staged().sharesAfter()));
    return statements.staged().nullShares(shares.get(0), shares.get(1));
  }

  @Override
  public void record(LedgerEntry entry) {
    line = entry;
  }

  @Override
  public void commit() {
    DataBatch batch = new DataBatch(sql, "table " + table);
    batch.then(RedshiftLoad.lock(ledger.table()));
    batch.holding(
        ledger.lines(),
        lines,
        Reason.CONFLICT,
        "expected no other load meanwhile, found one; nothing was changed; try again");
    RedshiftLoad statements = load;
    if (applied && statements != null) {
      replace(batch, statements);
    }
    if (line != null) {
      batch.then(ledger.insertion(line));
    }
    batch.commit();
  }

  private void replace(DataBatch batch, RedshiftLoad statements) {
    batch.then(statements.staging()).then(statements.copy(store));
    batch.holding(
        statements.staged().staged(), staged, Reason.COUNT_MISMATCH, counted("staged", staged));
    batch.holding(
        statements.staged().replaced(),
        replaced,
        Reason.CONFLICT,
        "expected the rows that are replaced to be as many as before, found other work on them; nothing was changed; try again");
    statements.replacing().forEach(batch::then);
    if (statements.isUpsert()) {
      batch.holding(
          statements.staged().replaced(),
          staged,
          Reason.COUNT_MISMATCH,
          counted("inserted", staged));
    }
  }

  private static String counted(String what, long expected) {
    return "expected %s rows %s, found another number; nothing was changed; look for keys that the table has more than once"
        .formatted(expected, what);
  }

  /** Nothing is open between batches. */
  @Override
  public void close() {
    load = null;
  }
}
