package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.row.RowSchema;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A double: one table and the ledger in memory, with transactions as PostgreSQL has them at READ
 * COMMITTED, as far as loads can tell. A transaction sees what is committed when it looks, deletes
 * the rows that it saw, and others see nothing of it before its commit. Whoever asks for a turn
 * that another has is told that it waited too long.
 *
 * <p>It can be built with a part missing, to see that the simulation misses it.
 */
final class ModelDatabase implements LoadDatabase {

  /** What the database does as it should not. */
  enum Flaw {
    NONE,
    NO_LEDGER,
    SPLIT_TRANSACTION,
    NO_LOCK
  }

  /** What happens at a step of a session. */
  interface Steps {

    /** Called before each step; may throw, or do other work meanwhile. */
    void before(String step);

    /** Called after each step; may throw. */
    void after(String step);
  }

  private final Flaw flaw;
  private final Steps steps;
  private final Map<String, Upload> uploads;
  private final Map<Long, Row> rows = new TreeMap<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private @Nullable Session turn;
  private long nextId;

  /** A row of the table: which partition it is in, and which upload it came with. */
  record Row(String partition, String upload, int number) {}

  /** What an upload holds. */
  record Upload(String name, List<Row> rows) {}

  ModelDatabase(Flaw flaw, Steps steps, Map<String, Upload> uploads) {
    this.flaw = flaw;
    this.steps = steps;
    this.uploads = uploads;
  }

  /** Puts a row into the table that no load brought. */
  void put(Row row) {
    rows.put(nextId++, row);
  }

  /** Returns the rows in no order that matters. */
  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** Returns the ledger in the order of the commits. */
  List<LedgerEntry> ledger() {
    return List.copyOf(ledger);
  }

  @Override
  public LoadSession open(TableName table, TimeLimit limit) {
    steps.before("open");
    Session session = new Session();
    steps.after("open");
    return session;
  }

  private final class Session implements LoadSession, LoadLedger {

    private final Set<Long> deleted = new HashSet<>();
    private final List<Row> inserted = new ArrayList<>();
    private final List<LedgerEntry> lines = new ArrayList<>();
    private @Nullable Upload staged;

    @Override
    public LoadLedger ledger() {
      return this;
    }

    @Override
    public Optional<LedgerEntry> run(String run) {
      steps.before("run");
      return last(line -> line.identity().run().equals(run));
    }

    @Override
    public Optional<LedgerEntry> newest(Delivery delivery) {
      steps.before("newest");
      return ledger.stream()
          .filter(line -> isOfObject(line, delivery))
          .reduce((a, b) -> b.identity().origin().isOlderThan(a.identity().origin()) ? a : b);
    }

    @Override
    public Optional<LedgerEntry> sameUpload(Delivery delivery) {
      steps.before("same upload");
      return last(
          line ->
              isOfObject(line, delivery)
                  && line.identity().settings().equals(delivery.settings())
                  && line.identity().origin().isSameUpload(delivery.origin()));
    }

    private static boolean isOfObject(LedgerEntry line, Delivery delivery) {
      return line.identity().pipeline().equals(delivery.pipeline())
          && line.identity().origin().isSameObject(delivery.origin());
    }

    @Override
    public Optional<LedgerEntry> sameRows(LoadIdentity identity, LoadPlan plan) {
      steps.before("same rows");
      String rowsHash = identity.fingerprint();
      if (plan instanceof LoadPlan.Append) {
        return last(line -> line.identity().fingerprint().equals(rowsHash));
      }
      return last(line -> true).filter(line -> line.identity().fingerprint().equals(rowsHash));
    }

    private Optional<LedgerEntry> last(Predicate<LedgerEntry> wanted) {
      return ledger.stream().filter(wanted).reduce((a, b) -> b);
    }

    /** Which file it is, the request says at the end. */
    @Override
    public OutputStream feed(RowSchema<?> schema, RowFormat format) {
      steps.before("feed");
      steps.after("feed");
      return OutputStream.nullOutputStream();
    }

    @Override
    public long stage(LoadRequest request) {
      steps.before("stage");
      Upload upload = uploads.get(request.data().key());
      if (upload == null) {
        throw new IllegalStateException("no upload " + request.data());
      }
      staged = upload;
      steps.after("stage");
      return upload.rows().size();
    }

    @Override
    public void awaitTurn() {
      steps.before("await turn");
      if (turn != null && turn != this && flaw != Flaw.NO_LOCK) {
        throw new LoadException(Reason.CONFLICT, "another load has its turn", null);
      }
      turn = this;
      steps.after("await turn");
    }

    @Override
    public LoadEffect apply(LoadRequest request, boolean inDetail) {
      steps.before("apply");
      Upload upload = staged;
      if (upload == null) {
        throw new IllegalStateException("nothing is staged");
      }
      Predicate<Row> goes = replacedBy(request, upload);
      rows.forEach(
          (id, row) -> {
            if (goes.test(row)) {
              deleted.add(id);
            }
          });
      inserted.addAll(upload.rows());
      LoadEffect effect = LoadEffect.of(deleted.size(), inserted.size());
      if (flaw == Flaw.SPLIT_TRANSACTION) {
        publish();
      }
      steps.after("apply");
      return effect;
    }

    private static Predicate<Row> replacedBy(LoadRequest request, Upload upload) {
      if (request.plan() instanceof LoadPlan.ReplaceTable) {
        return row -> true;
      }
      if (request.plan() instanceof LoadPlan.Upsert upsert) {
        Set<List<Object>> keys = keys(request, upsert, upload);
        return row -> keys.contains(key(row));
      }
      Set<Object> scope = new HashSet<>();
      request.scope().keys().forEach(key -> scope.add(key.get(0)));
      return row -> scope.contains(row.partition());
    }

    private static Set<List<Object>> keys(
        LoadRequest request, LoadPlan.Upsert upsert, Upload upload) {
      Set<List<Object>> keys = new HashSet<>();
      upload.rows().forEach(row -> keys.add(key(row)));
      int doubled = upload.rows().size() - keys.size();
      if (doubled > 0) {
        throw new LoadException(
            Reason.ROWS_REFUSED,
            "table %s: expected rows with different keys (%s), found %s keys more than once; nothing was changed; declare the key as unique to see the cells"
                .formatted(request.plan().table(), String.join(", ", upsert.keyColumns()), doubled),
            null);
      }
      return keys;
    }

    private static List<Object> key(Row row) {
      return List.of(row.partition(), row.number());
    }

    @Override
    public void record(LedgerEntry entry) {
      steps.before("record");
      if (flaw != Flaw.NO_LEDGER) {
        lines.add(entry);
      }
      steps.after("record");
    }

    @Override
    public void commit() {
      steps.before("commit");
      publish();
      free();
      steps.after("commit");
    }

    private void publish() {
      rows.keySet().removeAll(deleted);
      inserted.forEach(ModelDatabase.this::put);
      ledger.addAll(lines);
      deleted.clear();
      inserted.clear();
      lines.clear();
    }

    private void free() {
      if (turn == this) {
        turn = null;
      }
    }

    @Override
    public void close() {
      free();
    }
  }
}
