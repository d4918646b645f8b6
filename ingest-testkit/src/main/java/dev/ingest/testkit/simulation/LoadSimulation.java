package dev.ingest.testkit.simulation;

import dev.ingest.load.BegunLoad;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.contract.TableLoaderContract.Line;
import dev.ingest.testkit.simulation.Schedule.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivers uploads one after the other to {@link TransactionalLoader}, with one fault at one step
 * of one of them, and delivers again whatever failed, until all is done. Then it says what is wrong
 * with the table, if anything is. Used once.
 */
public final class LoadSimulation implements SteppedDatabase.Steps {

  /** Three versions of one object, the last with the rows of the first, and another object. */
  public static final List<String> UPLOADS = List.of("a1", "a2", "a3", "b");

  /** The process is dead; nothing in it goes on. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_ROUNDS = 50;
  private static final RowSchema<Line> SCHEMA = RowSchema.of(Line.class);
  private static final Map<String, String> SEQUENCERS = Map.of("a1", "0F", "a2", "1", "a3", "1F");

  private final Schedule schedule;
  private final SimulatedTable table;
  private final TransactionalLoader loader;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Map<String, LoadResult> results = new LinkedHashMap<>();
  private int current;
  private int step;
  private int runs;
  private boolean struck;

  /**
   * Makes a simulation.
   *
   * @param table with nothing in it
   */
  public LoadSimulation(SimulatedTable table, Flaw flaw, Schedule schedule) {
    this.schedule = schedule;
    this.table = table;
    this.loader =
        new TransactionalLoader(
            new SteppedDatabase(table.database(), this, flaw),
            Clock.fixed(Instant.parse("2020-02-01T00:00:00Z"), ZoneOffset.UTC),
            (attempt, left) -> attempt < 3);
    table.put(Verdict.BYSTANDER);
  }

  /** Returns the rows of an upload, by whose rows they are. */
  static List<Line> rows(String upload) {
    String content = content(upload);
    List<Line> first = List.of(new Line("p", 1, content), new Line("p", 2, content));
    return upload.equals("a2")
        ? first
        : List.of(first.get(0), first.get(1), new Line("q", 1, content), new Line("q", 2, content));
  }

  /** The third version was saved again with the rows of the first. */
  private static String content(String upload) {
    return upload.equals("a3") ? "a1" : upload;
  }

  static LoadOrigin origin(String upload) {
    return new LoadOrigin(
        "in", upload.substring(0, 1), "v-" + upload, SEQUENCERS.get(upload), 1, null);
  }

  /** Runs, and returns the most steps that any delivery took. */
  public int run() {
    int most = 0;
    for (int i = 0; i < schedule.deliveries().size(); i++) {
      waiting.add(i);
    }
    int rounds = 0;
    while (!waiting.isEmpty()) {
      if (++rounds > MOST_ROUNDS) {
        throw new AssertionError("deliveries that never end: " + schedule);
      }
      deliver(waiting.remove());
      most = Math.max(most, step);
    }
    return most;
  }

  /** Returns whether the fault has happened: not all deliveries take all steps. */
  public boolean hasStruck() {
    return struck;
  }

  /** Returns what is wrong, or null. */
  public @Nullable String verdict() {
    return new Verdict(schedule, table.rows(), table.ledger(), results).wrong();
  }

  private void deliver(int delivery) {
    int outerDelivery = current;
    int outerStep = step;
    current = delivery;
    step = 0;
    String run = "run" + runs++;
    try {
      results.put(run, load(request(schedule.deliveries().get(delivery), run)));
    } catch (Crash dead) {
      waiting.add(delivery);
    } catch (LoadException failed) {
      if (!failed.reason().mayPass()) {
        throw failed;
      }
      waiting.add(delivery);
    } finally {
      if (outerStep > 0) {
        step = outerStep;
      }
      current = outerDelivery;
    }
  }

  private LoadResult load(Delivered delivered) {
    LoadRequest request = delivered.request();
    if (!schedule.asPipeline()) {
      return loader.load(request);
    }
    Optional<LoadResult> known =
        loader.known(request.plan(), delivered.identity().delivery(), request.options());
    return known.isPresent() ? known.get() : begunAndEnded(request);
  }

  private LoadResult begunAndEnded(LoadRequest request) {
    try (BegunLoad load =
        loader.begin(request.plan(), SCHEMA, request.format(), request.options())) {
      table.feed(request, load.rows());
      return load.end(request);
    }
  }

  /** One try to deliver an upload. */
  private record Delivered(LoadRequest request, LoadIdentity identity) {}

  private Delivered request(String upload, String run) {
    Set<List<Object>> parts = new LinkedHashSet<>();
    rows(upload).forEach(row -> parts.add(List.of(row.part())));
    ReplaceScope scope =
        schedule.plan() instanceof LoadPlan.Append
            ? ReplaceScope.none()
            : new ReplaceScope(List.of("part"), List.copyOf(parts));
    LoadIdentity identity = new LoadIdentity(run, "lines", "s", origin(upload), content(upload));
    return new Delivered(
        table.request(schedule.plan(), rows(upload), scope).withIdentity(identity), identity);
  }

  @Override
  public void before(String name) {
    step++;
    Fault fault = due();
    if (fault == null) {
      return;
    }
    switch (fault.kind()) {
      case CRASH_BEFORE -> strike(new Crash());
      case BREAK_BEFORE -> strike(broken(name));
      case DELAY -> {
        struck = true;
        List<Integer> others = List.copyOf(waiting);
        waiting.clear();
        others.forEach(this::deliver);
      }
      default -> {
        // it comes after the step
      }
    }
  }

  @Override
  public void after(String name) {
    Fault fault = due();
    if (fault == null) {
      return;
    }
    switch (fault.kind()) {
      case CRASH_AFTER -> strike(new Crash());
      case BREAK_AFTER -> strike(broken(name));
      default -> {
        // it came before the step
      }
    }
  }

  private @Nullable Fault due() {
    Fault fault = schedule.fault();
    return fault != null && !struck && fault.delivery() == current && fault.step() == step
        ? fault
        : null;
  }

  private void strike(Throwable thrown) {
    struck = true;
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (LoadException) thrown;
  }

  private static LoadException broken(String step) {
    Reason reason = step.equals("commit") ? Reason.OUTCOME_UNKNOWN : Reason.UNREACHABLE;
    return new LoadException(reason, "the connection broke at: " + step, null);
  }
}
