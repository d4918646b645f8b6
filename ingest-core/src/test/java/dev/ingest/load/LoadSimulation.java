package dev.ingest.load;

import dev.ingest.format.CsvFormat;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.ModelDatabase.Flaw;
import dev.ingest.load.ModelDatabase.Row;
import dev.ingest.load.ModelDatabase.Upload;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivers uploads one after the other to the loader under test, with one fault at one step of one
 * of them, and delivers again whatever failed, until all is done. Then it says what is wrong with
 * the table, if anything is.
 */
final class LoadSimulation implements ModelDatabase.Steps {

  /** What goes wrong at a step. */
  enum Kind {
    /** The process dies before the step. */
    CRASH_BEFORE,
    /** The process dies after the step. */
    CRASH_AFTER,
    /** The connection breaks before the step. */
    BREAK_BEFORE,
    /** The connection breaks after the step: its answer is lost. */
    BREAK_AFTER,
    /** All other deliveries come before the step. */
    DELAY
  }

  /** One fault. */
  record Fault(int delivery, int step, Kind kind) {}

  /** The process is dead; nothing in it goes on. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** One row, as the loader's schema has it. */
  record Line(String partition, String value) {}

  private static final RowSchema<Line> SCHEMA = RowSchema.of(Line.class);
  private static final Row BYSTANDER = new Row("other", "nobody", 1);

  /** Three versions of one object, the last with the rows of the first, and another object. */
  private static final Map<String, String> SEQUENCERS = Map.of("a1", "0F", "a2", "1", "a3", "1F");

  private final LoadPlan plan;
  private final List<String> deliveries;
  private final boolean fed;
  private final @Nullable Fault fault;
  private final ModelDatabase database;
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
   * @param fed whether the ledger is asked before, and loads begin while their file is written, as
   *     pipelines do it
   */
  LoadSimulation(
      Flaw flaw, LoadPlan plan, List<String> deliveries, boolean fed, @Nullable Fault fault) {
    this.fed = fed;
    this.plan = plan;
    this.deliveries = deliveries;
    this.fault = fault;
    this.database = new ModelDatabase(flaw, this, uploads());
    this.loader =
        new TransactionalLoader(
            database,
            Clock.fixed(Instant.parse("2020-02-01T00:00:00Z"), ZoneOffset.UTC),
            (attempt, left) -> attempt < 3);
    database.put(BYSTANDER);
  }

  private static Map<String, Upload> uploads() {
    Map<String, Upload> all = new HashMap<>();
    for (String name : List.of("a1", "a2", "a3", "b")) {
      List<Row> rows = new ArrayList<>();
      for (String partition : name.equals("a2") ? List.of("p") : List.of("p", "q")) {
        rows.add(new Row(partition, content(name), 1));
        rows.add(new Row(partition, content(name), 2));
      }
      all.put(name, new Upload(name, rows));
    }
    return all;
  }

  /** The third version was saved again with the rows of the first. */
  private static String content(String upload) {
    return upload.equals("a3") ? "a1" : upload;
  }

  /** Returns how many steps the deliveries take where nothing goes wrong: the most of any. */
  int run() {
    int most = 0;
    for (int i = 0; i < deliveries.size(); i++) {
      waiting.add(i);
    }
    int rounds = 0;
    while (!waiting.isEmpty()) {
      if (++rounds > 50) {
        throw new AssertionError("deliveries that never end: " + this);
      }
      deliver(waiting.remove());
      most = Math.max(most, step);
    }
    return most;
  }

  private void deliver(int delivery) {
    int outerDelivery = current;
    int outerStep = step;
    current = delivery;
    step = 0;
    String run = "run" + runs++;
    try {
      results.put(run, load(request(deliveries.get(delivery), run)));
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

  private LoadResult load(LoadRequest request) {
    if (!fed) {
      return loader.load(request);
    }
    Optional<LoadResult> known = loader.known(request.plan(), delivery(request), request.options());
    return known.isPresent() ? known.get() : begunAndEnded(request);
  }

  private static Delivery delivery(LoadRequest request) {
    return Objects.requireNonNull(request.identity()).delivery();
  }

  private LoadResult begunAndEnded(LoadRequest request) {
    try (BegunLoad load =
        loader.begin(request.plan(), SCHEMA, request.format(), request.options())) {
      return load.end(request);
    }
  }

  private LoadRequest request(String upload, String run) {
    Set<List<Object>> keys = new HashSet<>();
    uploads().get(upload).rows().forEach(row -> keys.add(List.of(row.partition())));
    ReplaceScope scope =
        plan instanceof LoadPlan.Append
            ? ReplaceScope.none()
            : new ReplaceScope(List.of("partition"), List.copyOf(keys));
    LoadOrigin origin =
        new LoadOrigin(
            "in", upload.substring(0, 1), "v-" + upload, SEQUENCERS.get(upload), 1, null);
    return new LoadRequest(
            plan,
            SCHEMA,
            new ObjectLocation("out", upload),
            new CsvFormat(),
            scope,
            uploads().get(upload).rows().size())
        .withIdentity(new LoadIdentity(run, "lines", "s", origin, content(upload)));
  }

  @Override
  public void before(String name) {
    step++;
    if (!strikes()) {
      return;
    }
    switch (faultKind()) {
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
    if (strikes()) {
      switch (faultKind()) {
        case CRASH_AFTER -> strike(new Crash());
        case BREAK_AFTER -> strike(broken(name));
        default -> {
          // it came before the step
        }
      }
    }
  }

  private boolean strikes() {
    return fault != null && !struck && fault.delivery() == current && fault.step() == step;
  }

  private Kind faultKind() {
    if (fault == null) {
      throw new IllegalStateException("there is no fault");
    }
    return fault.kind();
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

  /** Returns what is wrong, or null. */
  @Nullable String verdict() {
    String wrong = ofTheLedger();
    if (wrong == null && !database.rows().contains(BYSTANDER)) {
      wrong = "a row is gone that no load is about";
    }
    List<Row> found = new ArrayList<>(database.rows());
    found.remove(BYSTANDER);
    List<Row> expected = plan instanceof LoadPlan.Append ? appended() : replaced();
    if (wrong == null && !sorted(found).equals(sorted(expected))) {
      wrong = "expected the rows " + sorted(expected) + ", found " + sorted(found);
    }
    return wrong == null ? ofTheAnswers() : wrong;
  }

  /** Each upload is loaded once at most, and no version of an object after a newer one. */
  private @Nullable String ofTheLedger() {
    Map<String, String> newest = new HashMap<>();
    Set<LoadOrigin> seen = new HashSet<>();
    for (LedgerEntry line : database.ledger()) {
      LoadOrigin origin = line.identity().origin();
      if (!seen.add(origin)) {
        return "loaded twice: " + origin;
      }
      String sequencer = origin.sequencer() == null ? "" : origin.sequencer();
      String before = newest.put(origin.key(), sequencer);
      if (before != null && Sequencer.compare(before, sequencer) >= 0) {
        return "an older version of " + origin.key() + " after a newer one";
      }
    }
    return null;
  }

  /** All that was loaded, each once. */
  private List<Row> appended() {
    List<Row> rows = new ArrayList<>();
    for (LedgerEntry line : database.ledger()) {
      if (line.outcome() == LoadResult.Outcome.LOADED) {
        rows.addAll(upload(line).rows());
      }
    }
    return rows;
  }

  /** Of each partition the rows of the upload that was loaded last. */
  private List<Row> replaced() {
    Map<String, List<Row>> partitions = new HashMap<>();
    for (LedgerEntry line : database.ledger()) {
      if (line.outcome() == LoadResult.Outcome.LOADED) {
        for (Row row : upload(line).rows()) {
          partitions.put(row.partition(), new ArrayList<>());
        }
        upload(line).rows().forEach(row -> partitions.get(row.partition()).add(row));
      }
    }
    return partitions.values().stream().flatMap(List::stream).toList();
  }

  private static Upload upload(LedgerEntry line) {
    return uploads().get(line.identity().fingerprint());
  }

  /** The answers are true, and the newest version of each object that came has its line. */
  private @Nullable String ofTheAnswers() {
    for (Map.Entry<String, LoadResult> result : results.entrySet()) {
      boolean has =
          database.ledger().stream()
              .anyMatch(
                  line ->
                      line.identity().run().equals(result.getKey())
                          && line.outcome() == LoadResult.Outcome.LOADED);
      if (has != (result.getValue().outcome() == LoadResult.Outcome.LOADED)) {
        return result + " is not what the ledger says";
      }
    }
    for (String delivered : new HashSet<>(deliveries)) {
      boolean newer =
          deliveries.stream()
              .anyMatch(
                  other ->
                      SEQUENCERS.containsKey(other)
                          && SEQUENCERS.containsKey(delivered)
                          && Sequencer.compare(SEQUENCERS.get(other), SEQUENCERS.get(delivered))
                              > 0);
      boolean has =
          database.ledger().stream()
              .anyMatch(line -> ("v-" + delivered).equals(line.identity().origin().version()));
      if (!newer && !has) {
        return "no line for " + delivered;
      }
    }
    return null;
  }

  private static List<String> sorted(List<Row> rows) {
    return rows.stream()
        .map(row -> row.partition() + row.number() + " of " + row.upload())
        .sorted()
        .toList();
  }

  @Override
  public String toString() {
    return LedgerEntry.planOf(plan) + " " + deliveries + ", fault " + fault;
  }
}
