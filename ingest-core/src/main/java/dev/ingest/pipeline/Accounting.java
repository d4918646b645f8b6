package dev.ingest.pipeline;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.ReplaceScope;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.Severity;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowOutcome.Blank;
import dev.ingest.row.RowOutcome.Filtered;
import dev.ingest.row.RowOutcome.Rejected;
import dev.ingest.row.RowOutcome.Skipped;
import dev.ingest.row.RowSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Counts each row once and checks the law: physical rows = header + skipped + blank + filtered +
 * rejected + accepted, and accepted = written. Not thread-safe.
 *
 * @param <R> the rows' type
 */
final class Accounting<R> {

  /** Problems kept for the report; all are counted. */
  static final int PROBLEMS_KEPT = 1000;

  private static final String ABOVE_HEADER = "above the header";

  private final RowSchema<R> schema;
  private final List<String> keyColumns;
  private final int[] keyIndexes;
  private final Set<List<Object>> keys = new LinkedHashSet<>();
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final Map<String, long[]> filtered = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Map<ProblemCode, Long>> problemsByColumn = new LinkedHashMap<>();
  private long problemCount;
  private boolean refusesFile;
  private long physical;
  private long header;
  private long blank;
  private long rejected;
  private long accepted;
  private long written;
  private long hidden;

  /**
   * Starts at nothing.
   *
   * @param keys whether the distinct keys are wanted that a load replaces
   */
  Accounting(RowSchema<R> schema, LoadPlan plan, boolean keys) {
    this.schema = schema;
    this.keyColumns =
        keys && plan instanceof LoadPlan.ReplacePartition replace ? replace.columns() : List.of();
    this.keyIndexes = new int[keyColumns.size()];
    for (int i = 0; i < keyIndexes.length; i++) {
      keyIndexes[i] = schema.indexOf(keyColumns.get(i));
    }
  }

  /** Returns the positions of the columns whose distinct values a load replaces. */
  int[] keyIndexes() {
    return keyIndexes.clone();
  }

  void header(HeaderMatch match) {
    physical += match.rowsAbove() + (long) match.rows();
    header = match.rows();
    if (match.rowsAbove() > 0) {
      skipped.put(ABOVE_HEADER, (long) match.rowsAbove());
    }
  }

  void count(RowOutcome<R> outcome) {
    physical++;
    if (outcome instanceof Accepted<R> row) {
      accepted++;
      collectKey(row.value());
    } else if (outcome instanceof Rejected<R> row) {
      rejected++;
      row.problems().forEach(this::keep);
    } else if (outcome instanceof Filtered<R> row) {
      filtered(row.filter(), 1);
    } else if (outcome instanceof Skipped<R> row) {
      skipped.merge(row.rule(), 1L, Long::sum);
    } else if (outcome instanceof Blank<R>) {
      blank++;
    }
  }

  void written() {
    written++;
  }

  /** Counts rows that were copied to the output without becoming objects. */
  void copied(int rows) {
    physical += rows;
    accepted += rows;
    written += rows;
  }

  /** Counts rows that a filter turned away without their becoming objects. */
  void turnedAway(String filter, int rows) {
    physical += rows;
    filtered(filter, rows);
  }

  /** Counts hidden rows that the reader did not come to see. */
  void hidden(int rows) {
    hidden += rows;
  }

  long hidden() {
    return hidden;
  }

  private void filtered(String filter, int rows) {
    long[] count = filtered.get(filter);
    if (count == null) {
      count = new long[1];
      filtered.put(filter, count);
    }
    count[0] += rows;
  }

  private void collectKey(R row) {
    if (keyIndexes.length > 0) {
      Object[] key = new Object[keyIndexes.length];
      for (int i = 0; i < key.length; i++) {
        key[i] = Objects.requireNonNull(schema.value(row, keyIndexes[i]));
      }
      keys.add(List.of(key));
    }
  }

  /** Counts problems of accepted rows, which the table has refused; they stand before others. */
  void refusedByTable(List<Problem> found) {
    List<Problem> others = List.copyOf(problems);
    problems.clear();
    found.forEach(this::keep);
    int room = Math.max(0, PROBLEMS_KEPT - problems.size());
    problems.addAll(others.subList(0, Math.min(room, others.size())));
  }

  private void keep(Problem problem) {
    problemCount++;
    if (!problem.column().isEmpty()) {
      problemsByColumn
          .computeIfAbsent(problem.column(), column -> new EnumMap<>(ProblemCode.class))
          .merge(problem.code(), 1L, Long::sum);
    }
    boolean first = !refusesFile && problem.severity() == Severity.FILE;
    refusesFile |= first;
    if (problems.size() < PROBLEMS_KEPT || first) {
      problems.add(problem);
    }
  }

  /** Returns whether a cell refuses the whole file; then that problem is among those kept. */
  boolean refusesFile() {
    return refusesFile;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  long problemCount() {
    return problemCount;
  }

  Map<String, Map<ProblemCode, Long>> problemsByColumn() {
    return Collections.unmodifiableMap(problemsByColumn);
  }

  long rejected() {
    return rejected;
  }

  long accepted() {
    return accepted;
  }

  ReplaceScope scope() {
    return new ReplaceScope(keyColumns, List.copyOf(keys));
  }

  RowCounts counts() {
    Map<String, Long> byFilter = new LinkedHashMap<>();
    for (Map.Entry<String, long[]> count : filtered.entrySet()) {
      byFilter.put(count.getKey(), count.getValue()[0]);
    }
    return new RowCounts(physical, header, skipped, blank, byFilter, rejected, accepted);
  }

  /** Fails where a row was lost or counted twice: a defect of this library. */
  void check() {
    if (!counts().balances() || accepted != written) {
      throw new IllegalStateException(
          "accounting: expected each row to have one fate and each accepted row to be written, found "
              + counts()
              + " and "
              + written
              + " written; please report this");
    }
  }
}
