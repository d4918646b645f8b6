package dev.ingest.testkit.simulation;

import dev.ingest.format.RowFormat;
import dev.ingest.load.Delivery;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadLedger;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadSession;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.load.TimeLimit;
import dev.ingest.row.RowSchema;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Any database, of whose sessions somebody is told each step, and may do something meanwhile. It
 * can have a flaw.
 */
final class SteppedDatabase implements LoadDatabase {

  /** What happens at a step of a session. */
  interface Steps {

    /** Called before each step; may throw, or do other work meanwhile. */
    void before(String step);

    /** Called after each step; may throw. */
    void after(String step);
  }

  private final LoadDatabase real;
  private final Steps steps;
  private final Flaw flaw;

  SteppedDatabase(LoadDatabase real, Steps steps, Flaw flaw) {
    this.real = real;
    this.steps = steps;
    this.flaw = flaw;
  }

  @Override
  public LoadSession open(TableName table, TimeLimit limit) {
    steps.before("open");
    LoadSession session = real.open(table, limit);
    try {
      steps.after("open");
      return new Session(session);
    } catch (RuntimeException | Error fault) {
      session.close();
      throw fault;
    }
  }

  private <T> T step(String name, Supplier<T> work) {
    steps.before(name);
    T done = work.get();
    steps.after(name);
    return done;
  }

  private void done(String name, Runnable work) {
    steps.before(name);
    work.run();
    steps.after(name);
  }

  private final class Session implements LoadSession, LoadLedger {

    private final LoadSession session;

    Session(LoadSession session) {
      this.session = session;
    }

    @Override
    public LoadLedger ledger() {
      return this;
    }

    @Override
    public Optional<LedgerEntry> run(String run) {
      return step("run", () -> session.ledger().run(run));
    }

    @Override
    public Optional<LedgerEntry> newest(Delivery delivery) {
      return step("newest", () -> session.ledger().newest(delivery));
    }

    @Override
    public Optional<LedgerEntry> sameUpload(Delivery delivery) {
      return step("same upload", () -> session.ledger().sameUpload(delivery));
    }

    @Override
    public Optional<LedgerEntry> sameRows(LoadIdentity identity, LoadPlan plan) {
      return step("same rows", () -> session.ledger().sameRows(identity, plan));
    }

    @Override
    public Optional<TableShape> shape() {
      return step("shape", session::shape);
    }

    @Override
    public @Nullable OutputStream feed(RowSchema<?> schema, RowFormat format) {
      return step("feed", () -> Optional.ofNullable(session.feed(schema, format))).orElse(null);
    }

    @Override
    public long stage(LoadRequest request) {
      return step("stage", () -> session.stage(request));
    }

    @Override
    public void awaitTurn() {
      done(
          "await turn",
          () -> {
            if (flaw != Flaw.NO_LOCK) {
              session.awaitTurn();
            }
          });
    }

    @Override
    public LoadEffect apply(LoadRequest request, boolean inDetail) {
      return step(
          "apply",
          () -> {
            LoadEffect effect = session.apply(request, inDetail);
            if (flaw == Flaw.SPLIT_TRANSACTION) {
              session.commit();
            }
            return effect;
          });
    }

    @Override
    public void record(LedgerEntry entry) {
      done(
          "record",
          () -> {
            if (flaw != Flaw.NO_LEDGER) {
              session.record(entry);
            }
          });
    }

    @Override
    public void commit() {
      done("commit", session::commit);
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
