package dev.ingest.load;

import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadResult.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try of a load, in a transaction of its own. */
final class LoadAttempt {

  /** Values of each column that the ledger names. */
  private static final int SCOPE_VALUES = 20;

  private final LoadRequest request;
  private final TimeLimit limit;
  private final TableName table;
  private final Instant startedAt;

  /**
   * Prepares a try.
   *
   * @param limit the time that is left for it
   * @param startedAt when the load began, for the ledger
   */
  LoadAttempt(LoadRequest request, TimeLimit limit, Instant startedAt) {
    this.request = request;
    this.limit = limit;
    this.table = request.plan().table();
    this.startedAt = startedAt;
  }

  /** Does it in a session of its own. */
  LoadResult run(LoadDatabase database) {
    if (limit.remaining().isNegative()) {
      throw outOfTime(table);
    }
    return run(database.open(table, limit), false);
  }

  /**
   * Does it in a session, and closes that.
   *
   * @param fed whether rows are staged in it by what it was fed
   */
  LoadResult run(LoadSession open, boolean fed) {
    try (LoadSession session = open) {
      LoadIdentity identity = request.identity();
      Long staged = fed ? (Long) stage(session) : null;
      return identity == null ? always(session, staged) : once(session, identity, staged);
    }
  }

  /** Nothing tells this load from others, so that it is done each time. */
  private LoadResult always(LoadSession session, @Nullable Long fed) {
    long staged = fed == null ? stage(session) : fed;
    session.awaitTurn();
    return apply(session, null, staged);
  }

  /**
   * Asks the ledger twice: before the work, and when nobody else can come between. Rows that are
   * there already are not staged, unless they are gone when the turn comes, or were while the file
   * was written.
   */
  private LoadResult once(LoadSession session, LoadIdentity identity, @Nullable Long fed) {
    LoadResult known = known(session, identity);
    if (known != null) {
      return known;
    }
    boolean there = fed == null && sameRows(session, identity).isPresent();
    long staged = fed != null ? fed : there ? 0 : stage(session);
    session.awaitTurn();
    known = known(session, identity);
    if (known != null) {
      return known;
    }
    Optional<LedgerEntry> same = sameRows(session, identity);
    return same.isPresent()
        ? alreadyThere(session, identity, same.get())
        : apply(session, identity, there ? stage(session) : staged);
  }

  private long stage(LoadSession session) {
    long staged = session.stage(request);
    expect(request, "rows staged", request.rows(), staged);
    return staged;
  }

  private Optional<LedgerEntry> sameRows(LoadSession session, LoadIdentity identity) {
    return request.options().repeat()
        ? Optional.empty()
        : session.ledger().sameRows(identity, request.plan());
  }

  /** Returns what the ledger answers in the place of a load, or null where one must be done. */
  private @Nullable LoadResult known(LoadSession session, LoadIdentity identity) {
    Optional<LedgerEntry> own = session.ledger().run(identity.run());
    if (own.isPresent()) { // an earlier try whose commit gave no answer
      return ofRun(own.get());
    }
    return request.options().repeat()
        ? null
        : unnecessary(session.ledger(), identity.delivery()).orElse(null);
  }

  /** Returns the answer to a delivery whose upload is loaded, or a newer version of it. */
  static Optional<LoadResult> unnecessary(LoadLedger ledger, Delivery delivery) {
    Optional<LedgerEntry> same = ledger.sameUpload(delivery);
    if (same.isPresent()) {
      return same.map(line -> LoadResult.unnecessary(Outcome.ALREADY_LOADED, line));
    }
    return ledger
        .newest(delivery)
        .filter(newest -> delivery.origin().isOlderThan(newest.identity().origin()))
        .map(newest -> LoadResult.unnecessary(Outcome.SUPERSEDED, newest));
  }

  private LoadResult apply(LoadSession session, @Nullable LoadIdentity identity, long staged) {
    LoadOptions options = request.options();
    boolean inDetail = options.preview() || options.guards().maxNullShare() != null;
    LoadEffect effect = session.apply(request, inDetail);
    expect(request, "rows inserted", staged, effect.inserted());
    options.guards().check(table, effect);
    if (options.preview()) {
      return new LoadResult(Outcome.PREVIEWED, effect, staged, null);
    }
    if (identity != null) {
      session.record(entry(identity, Outcome.LOADED, staged, effect));
    }
    session.commit();
    return new LoadResult(Outcome.LOADED, effect, staged, null);
  }

  private LoadResult alreadyThere(LoadSession session, LoadIdentity identity, LedgerEntry same) {
    if (!request.options().preview()) {
      session.record(entry(identity, Outcome.ALREADY_LOADED, 0, LoadEffect.of(0, 0)));
      session.commit();
    }
    return LoadResult.unnecessary(Outcome.ALREADY_LOADED, same);
  }

  private LedgerEntry entry(
      LoadIdentity identity, Outcome outcome, long staged, LoadEffect effect) {
    return new LedgerEntry(
        identity,
        outcome,
        table.toString(),
        LedgerEntry.planOf(request.plan()),
        request.scope().summary(SCOPE_VALUES, request.schema().sensitive()),
        staged,
        effect.deleted(),
        effect.inserted(),
        startedAt,
        startedAt);
  }

  private static LoadResult ofRun(LedgerEntry own) {
    return own.outcome() == Outcome.LOADED
        ? new LoadResult(
            Outcome.LOADED, LoadEffect.of(own.deleted(), own.inserted()), own.staged(), null)
        : LoadResult.unnecessary(own.outcome(), own);
  }

  private static void expect(LoadRequest request, String what, long expected, long found) {
    if (expected != found) {
      throw new LoadException(
          Reason.COUNT_MISMATCH,
          "table %s: expected %s %s, found %s; nothing was changed; look for triggers and rules on the table"
              .formatted(request.plan().table(), expected, what, found),
          null);
    }
  }

  private static LoadException outOfTime(TableName table) {
    return new LoadException(
        Reason.OUT_OF_TIME,
        "table %s: expected time enough for a load, found less than a second left; nothing was changed; try again with more time"
            .formatted(table),
        null);
  }
}
