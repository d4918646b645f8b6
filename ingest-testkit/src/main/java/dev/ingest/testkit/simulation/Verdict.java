package dev.ingest.testkit.simulation;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.testkit.contract.TableLoaderContract.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold when all deliveries have ended: the table is that of one delivery of each upload
 * that the ledger has, of one object's versions the newest stands, and what was answered is true.
 */
final class Verdict {

  /** A row that no load is about. */
  static final Line BYSTANDER = new Line("other", 1, "nobody");

  private final Schedule schedule;
  private final List<Line> rows;
  private final List<LedgerEntry> ledger;
  private final Map<String, LoadResult> results;

  /**
   * Judges.
   *
   * @param results the answers, by run
   */
  Verdict(
      Schedule schedule,
      List<Line> rows,
      List<LedgerEntry> ledger,
      Map<String, LoadResult> results) {
    this.schedule = schedule;
    this.rows = rows;
    this.ledger = ledger;
    this.results = results;
  }

  /** Returns what is wrong, or null. */
  @Nullable String wrong() {
    String wrong = ofTheLedger();
    wrong = wrong == null ? ofTheRows() : wrong;
    return wrong == null ? ofTheAnswers() : wrong;
  }

  /** Each upload is loaded once at most, and no version of an object after a newer one. */
  private @Nullable String ofTheLedger() {
    Map<String, LoadOrigin> newest = new HashMap<>();
    Set<LoadOrigin> seen = new HashSet<>();
    for (LedgerEntry line : ledger) {
      LoadOrigin origin = line.identity().origin();
      if (!seen.add(origin)) {
        return "loaded twice: " + origin;
      }
      LoadOrigin before = newest.put(origin.key(), origin);
      if (before != null && !before.isOlderThan(origin)) {
        return "an older version of " + origin.key() + " after a newer one";
      }
    }
    return null;
  }

  private @Nullable String ofTheRows() {
    List<Line> found = new ArrayList<>(rows);
    if (!found.remove(BYSTANDER)) {
      return "a row is gone that no load is about";
    }
    List<Line> expected = schedule.plan() instanceof LoadPlan.Append ? appended() : replaced();
    return sorted(found).equals(sorted(expected))
        ? null
        : "expected the rows " + sorted(expected) + ", found " + sorted(found);
  }

  /** All that was loaded, each once. */
  private List<Line> appended() {
    List<Line> all = new ArrayList<>();
    for (LedgerEntry line : ledger) {
      if (line.outcome() == Outcome.LOADED) {
        all.addAll(rowsOf(line));
      }
    }
    return all;
  }

  /** Of each part the rows of the upload that was loaded last. */
  private List<Line> replaced() {
    Map<String, List<Line>> parts = new HashMap<>();
    for (LedgerEntry line : ledger) {
      if (line.outcome() == Outcome.LOADED) {
        Map<String, List<Line>> own = new HashMap<>();
        rowsOf(line)
            .forEach(row -> own.computeIfAbsent(row.part(), part -> new ArrayList<>()).add(row));
        parts.putAll(own);
      }
    }
    return parts.values().stream().flatMap(List::stream).toList();
  }

  private static List<Line> rowsOf(LedgerEntry line) {
    return LoadSimulation.rows(line.identity().fingerprint());
  }

  private static List<String> sorted(List<Line> rows) {
    return rows.stream()
        .map(row -> row.part() + row.number() + " of " + row.value())
        .sorted()
        .toList();
  }

  /** The answers are true, and the newest version of each object that came has its line. */
  private @Nullable String ofTheAnswers() {
    for (Map.Entry<String, LoadResult> result : results.entrySet()) {
      boolean has =
          ledger.stream()
              .anyMatch(
                  line ->
                      line.identity().run().equals(result.getKey())
                          && line.outcome() == Outcome.LOADED);
      if (has != (result.getValue().outcome() == Outcome.LOADED)) {
        return result + " is not what the ledger says";
      }
    }
    for (String delivered : new HashSet<>(schedule.deliveries())) {
      LoadOrigin origin = LoadSimulation.origin(delivered);
      boolean outdated =
          schedule.deliveries().stream()
              .anyMatch(other -> origin.isOlderThan(LoadSimulation.origin(other)));
      boolean has = ledger.stream().anyMatch(line -> line.identity().origin().equals(origin));
      if (!outdated && !has) {
        return "no line for " + delivered;
      }
    }
    return null;
  }
}
