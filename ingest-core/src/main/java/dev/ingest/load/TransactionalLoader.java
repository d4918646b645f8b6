package dev.ingest.load;

import dev.ingest.format.RowFormat;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.row.RowSchema;
import dev.ingest.store.StoreException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a file once, whole, newest, or not at all: staging, counts, deletes, inserts, guards and
 * the ledger's row are one transaction. Whatever order, number and overlap of deliveries, the table
 * is that of one delivery of each upload, and of one object's versions the newest stands.
 *
 * <p>What may pass is tried again, with growing pauses, as long as the caller's time lasts. Where a
 * commit gave no answer, the ledger tells whether it happened. Subclasses say which database it is;
 * what is done they do not change. Thread-safe as far as its parts are.
 */
public class TransactionalLoader implements TableLoader {

  /** Kept back of the caller's time: a rollback and an answer must fit in. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  /** Rows that are looked for when a table refuses some: so many cells are a day's work. */
  public static final int MOST_REFUSED = 100;

  private final LoadDatabase database;
  private final Clock clock;
  private final Pauses pauses;

  /** Makes a loader. */
  public TransactionalLoader(LoadDatabase database) {
    this(database, Clock.systemUTC(), Pauses.growing());
  }

  /**
   * Makes a loader.
   *
   * @param clock when loads begin, for the ledger
   * @param pauses what is done between two tries
   */
  public TransactionalLoader(LoadDatabase database, Clock clock, Pauses pauses) {
    this.database = database;
    this.clock = clock;
    this.pauses = pauses;
  }

  @Override
  public final LoadResult load(LoadRequest request) {
    return load(request, clock.instant(), null);
  }

  /** Loads, at first in a session that has taken the file's rows already, if there is one. */
  private LoadResult load(LoadRequest request, Instant startedAt, @Nullable LoadSession fed) {
    LoadException unknown = null;
    for (int attempt = 1; ; attempt++) {
      try {
        LoadAttempt one = new LoadAttempt(request, left(request), startedAt);
        return attempt == 1 && fed != null ? one.run(fed, true) : one.run(database);
      } catch (LoadException failure) {
        unknown = failure.reason() == Reason.OUTCOME_UNKNOWN ? failure : unknown;
        if (unknown != null && request.identity() == null) {
          throw untold(request, unknown);
        }
        if (!failure.reason().mayPass() || !pause(request, attempt, failure)) {
          throw unknown == null ? examined(request, failure) : with(unknown, failure);
        }
      }
    }
  }

  /**
   * Asks once, within half of the time that is left. A failure is the load's own to meet: it has
   * the tries for it, and an answer that was only to spare work must not cost the load.
   */
  @Override
  public final Optional<LoadResult> known(LoadPlan plan, Delivery delivery, LoadOptions options) {
    TimeLimit limit = half(left(options.limit()));
    if (options.repeat() || limit.remaining().isNegative()) {
      return Optional.empty();
    }
    try (LoadSession session = database.open(plan.table(), limit)) {
      return LoadAttempt.unnecessary(session.ledger(), delivery);
    } catch (LoadException failure) {
      return Optional.empty(); // the load meets it as well, with more tries and the right words
    }
  }

  private static List<String> fit(Optional<TableShape> shape, RowSchema<?> schema) {
    if (shape.isEmpty()) {
      return List.of();
    }
    TableFit fit = TableFit.of(shape.get(), schema);
    fit.check();
    return fit.warnings();
  }

  /**
   * Opens the load's session at once, and stages the rows in it as they come. Where the database
   * cannot be reached, or stages whole files, all is left to the end.
   */
  @Override
  public final BegunLoad begin(
      LoadPlan plan, RowSchema<?> schema, RowFormat format, LoadOptions options) {
    Instant startedAt = clock.instant();
    try {
      LoadSession session = database.open(plan.table(), left(options.limit()));
      return begun(session, schema, format, startedAt);
    } catch (LoadException failure) {
      if (failure.reason().mayPass()) {
        return new LateLoad(this, List.of()); // the end meets it as well, and tries again
      }
      throw failure;
    }
  }

  private BegunLoad begun(
      LoadSession session, RowSchema<?> schema, RowFormat format, Instant startedAt) {
    boolean goesOn = false;
    try {
      List<String> warnings = fit(session.shape(), schema);
      OutputStream rows = session.feed(schema, format);
      goesOn = rows != null;
      return rows == null
          ? new LateLoad(this, warnings)
          : new FedLoad(session, warnings, rows, startedAt);
    } finally {
      if (!goesOn) {
        session.close();
      }
    }
  }

  /** A load whose rows are staged while the file is written. */
  private final class FedLoad implements BegunLoad {

    private final LoadSession session;
    private final List<String> warnings;
    private final OutputStream rows;
    private final Instant startedAt;

    FedLoad(LoadSession session, List<String> warnings, OutputStream rows, Instant startedAt) {
      this.session = session;
      this.warnings = warnings;
      this.rows = rows;
      this.startedAt = startedAt;
    }

    @Override
    public List<String> warnings() {
      return warnings;
    }

    @Override
    public OutputStream rows() {
      return rows;
    }

    @Override
    public LoadResult end(LoadRequest request) {
      return load(request, startedAt, session);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** Without a line in the ledger nothing tells the rows of a lost commit from others. */
  private static LoadException untold(LoadRequest request, LoadException unknown) {
    return new LoadException(
        Reason.OUTCOME_UNKNOWN,
        "table %s: expected an answer to the commit, found that the connection broke; no ledger has this load, so look at the table before you load again"
            .formatted(request.plan().table()),
        unknown);
  }

  private static LoadException with(LoadException unknown, LoadException last) {
    if (last != unknown) {
      unknown.addSuppressed(last);
    }
    return unknown;
  }

  /**
   * Looks for the rows that the table refuses, in a transaction of its own, which is rolled back.
   * What fails on the way is no reason to hide the failure that is looked into.
   */
  private LoadException examined(LoadRequest request, LoadException failure) {
    if (failure.reason() != Reason.ROWS_REFUSED) {
      return failure;
    }
    TimeLimit limit = half(left(request));
    if (limit.remaining().isNegative()) {
      return failure;
    }
    try (LoadSession session = database.open(request.plan().table(), limit)) {
      List<RefusedRow> rows = session.refused(request, MOST_REFUSED);
      return rows.isEmpty() ? failure : failure.refusing(rows);
    } catch (LoadException | StoreException other) {
      failure.addSuppressed(other);
      return failure;
    }
  }

  /** The other half is for whoever looks for the cells of the rows. */
  private static TimeLimit half(TimeLimit all) {
    Duration rest = all.remaining().dividedBy(2);
    return () -> all.remaining().minus(rest);
  }

  /** Returns false where the time is too short, or the tries too many, for another one. */
  private boolean pause(LoadRequest request, int attempt, LoadException failure) {
    try {
      return pauses.pause(attempt, left(request).remaining());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(interrupted);
      return false;
    }
  }

  private static TimeLimit left(LoadRequest request) {
    return left(request.options().limit());
  }

  private static TimeLimit left(TimeLimit limit) {
    return () -> limit.remaining().minus(MARGIN);
  }
}
