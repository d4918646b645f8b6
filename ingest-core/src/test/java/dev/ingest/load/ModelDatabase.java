package dev.ingest.load;

import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import dev.ingest.testkit.contract.TableLoaderContract.Line;
import dev.ingest.testkit.simulation.SimulatedTable;
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
 */
final class ModelDatabase implements LoadDatabase, SimulatedTable {

  private static final RowSchema<Line> SCHEMA = RowSchema.of(Line.class);

  private final List<List<Line>> files = new ArrayList<>();
  private final Map<Long, Line> rows = new TreeMap<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private @Nullable Session turn;
  private long nextId;

  @Override
  public LoadDatabase database() {
    return this;
  }

  /** The key says which file it is. */
  @Override
  public LoadRequest request(LoadPlan plan, List<Line> lines, ReplaceScope scope) {
    files.add(lines);
    ObjectLocation at = new ObjectLocation("files", String.valueOf(files.size() - 1));
    return new LoadRequest(plan, SCHEMA, at, new CsvFormat(), scope, lines.size());
  }

  @Override
  public void feed(LoadRequest request, OutputStream into) {
    // the request says at the end which file it is
  }

  @Override
  public void put(Line row) {
    rows.put(nextId++, row);
  }

  @Override
  public List<Line> rows() {
    return List.copyOf(rows.values());
  }

  @Override
  public List<LedgerEntry> ledger() {
    return List.copyOf(ledger);
  }

  @Override
  public LoadSession open(TableName table, TimeLimit limit) {
    return new Session();
  }

  private final class Session implements LoadSession, LoadLedger {

    private final Set<Long> deleted = new HashSet<>();
    private final List<Line> inserted = new ArrayList<>();
    private final List<LedgerEntry> lines = new ArrayList<>();
    private @Nullable List<Line> staged;

    @Override
    public LoadLedger ledger() {
      return this;
    }

    @Override
    public Optional<LedgerEntry> run(String run) {
      return last(line -> line.identity().run().equals(run));
    }

    @Override
    public Optional<LedgerEntry> newest(Delivery delivery) {
      return ledger.stream()
          .filter(line -> isOfObject(line, delivery))
          .reduce((a, b) -> b.identity().origin().isOlderThan(a.identity().origin()) ? a : b);
    }

    @Override
    public Optional<LedgerEntry> sameUpload(Delivery delivery) {
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
      String rowsHash = identity.fingerprint();
      if (plan instanceof LoadPlan.Append) {
        return last(line -> line.identity().fingerprint().equals(rowsHash));
      }
      return last(line -> true).filter(line -> line.identity().fingerprint().equals(rowsHash));
    }

    private Optional<LedgerEntry> last(Predicate<LedgerEntry> wanted) {
      return ledger.stream().filter(wanted).reduce((a, b) -> b);
    }

    @Override
    public OutputStream feed(RowSchema<?> schema, RowFormat format) {
      return OutputStream.nullOutputStream();
    }

    @Override
    public long stage(LoadRequest request) {
      List<Line> file = files.get(Integer.parseInt(request.data().key()));
      staged = file;
      return file.size();
    }

    @Override
    public void awaitTurn() {
      if (turn != null && turn != this) {
        throw new LoadException(Reason.CONFLICT, "another load has its turn", null);
      }
      turn = this;
    }

    @Override
    public LoadEffect apply(LoadRequest request, boolean inDetail) {
      List<Line> file = staged;
      if (file == null) {
        throw new IllegalStateException("nothing is staged");
      }
      Predicate<Line> goes = replacedBy(request, file);
      rows.forEach(
          (id, row) -> {
            if (goes.test(row)) {
              deleted.add(id);
            }
          });
      inserted.addAll(file);
      return LoadEffect.of(deleted.size(), inserted.size());
    }

    private static Predicate<Line> replacedBy(LoadRequest request, List<Line> file) {
      if (request.plan() instanceof LoadPlan.ReplaceTable) {
        return row -> true;
      }
      if (request.plan() instanceof LoadPlan.Upsert upsert) {
        Set<List<Object>> keys = keys(request, upsert, file);
        return row -> keys.contains(key(row));
      }
      Set<Object> scope = new HashSet<>();
      request.scope().keys().forEach(key -> scope.add(key.get(0)));
      return row -> scope.contains(row.part());
    }

    private static Set<List<Object>> keys(
        LoadRequest request, LoadPlan.Upsert upsert, List<Line> file) {
      Set<List<Object>> keys = new HashSet<>();
      file.forEach(row -> keys.add(key(row)));
      int doubled = file.size() - keys.size();
      if (doubled > 0) {
        throw new LoadException(
            Reason.ROWS_REFUSED,
            "table %s: expected rows with different keys (%s), found %s keys more than once; nothing was changed; declare the key as unique to see the cells"
                .formatted(request.plan().table(), String.join(", ", upsert.keyColumns()), doubled),
            null);
      }
      return keys;
    }

    private static List<Object> key(Line row) {
      return List.of(row.part(), row.number());
    }

    @Override
    public void record(LedgerEntry entry) {
      lines.add(entry);
    }

    @Override
    public void commit() {
      rows.keySet().removeAll(deleted);
      inserted.forEach(ModelDatabase.this::put);
      ledger.addAll(lines);
      deleted.clear();
      inserted.clear();
      lines.clear();
      free();
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
