package dev.ingest.problem;

import dev.ingest.problem.Surroundings.Neighbour;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides the values of sensitive columns. What is masked still says how long the value is and has a
 * hash by which equal values of one run are known: {@code ***** (11 characters, hash 2cf24d)}. The
 * hash is made with a random key that each run draws anew and nobody writes down, so it cannot be
 * found out which value it is by trying all that there could be, few as they may be. This is the
 * one place that masks: logs, reports and rejects are all made of problems that have passed here.
 * Thread-safe.
 */
public final class Masking {

  private static final Masking NONE = new Masking(Set.of(), MaskHash.random());
  private static final String FOUND = ", found ";

  private final Set<String> columns;
  private final MaskHash hash;

  private Masking(Set<String> columns, MaskHash hash) {
    this.columns = columns;
    this.hash = hash;
  }

  /** Hides nothing. */
  public static Masking none() {
    return NONE;
  }

  /** Hides the values of these columns of the schema. */
  public static Masking of(Set<String> columns) {
    return columns.isEmpty() ? NONE : new Masking(Set.copyOf(columns), MaskHash.random());
  }

  /** Returns this masking with more columns. */
  public Masking and(Set<String> more) {
    Set<String> all = new HashSet<>(columns);
    return all.addAll(more) ? new Masking(Set.copyOf(all), hash) : this;
  }

  /**
   * Returns this masking with a key of one's own, under which equal values of several runs have the
   * same hash. Whoever has the key and a report can try values, so it is a secret.
   *
   * @param key 32 random bytes or more
   * @throws IllegalArgumentException if the key is shorter
   */
  public Masking withKey(byte[] key) {
    return new Masking(columns, MaskHash.of(key));
  }

  /** Returns this masking for one run: with a key that no other run has, unless one was given. */
  public Masking forRun() {
    return new Masking(columns, hash.forRun());
  }

  /** Returns whether the column's values are hidden. */
  public boolean hides(String column) {
    return columns.contains(column);
  }

  /** Returns a value of a column as it may be shown. */
  public String show(String column, String value) {
    return hides(column) ? masked(value, value.length()) : value;
  }

  /**
   * Returns the problem as it may be shown. The message of a sensitive column keeps what was
   * expected; what a record's constructor says may quote any of its values and is hidden as soon as
   * one column is sensitive.
   *
   * @param sensitive positions in the sheet of the columns that are hidden, counted from 1
   */
  public Problem show(Problem problem, Set<Integer> sensitive) {
    if (columns.isEmpty()) {
      return problem;
    }
    boolean hidden = hides(problem.column());
    boolean wording = hidden || problem.code() == ProblemCode.ROW_REFUSED;
    Surroundings around = problem.around();
    int length = around == null ? problem.raw().length() : around.length();
    String mask = wording ? masked(problem.raw(), length) : "";
    return new Problem(
        problem.code(),
        problem.cell(),
        problem.column(),
        problem.header(),
        hidden && !problem.raw().isEmpty() ? mask : problem.raw(),
        wording ? message(problem, mask) : problem.message(),
        problem.hint(),
        shown(around, sensitive));
  }

  private static String message(Problem problem, String mask) {
    int found = problem.message().indexOf(FOUND);
    if (problem.raw().isEmpty() && found >= 0) {
      return problem.message(); // a blank cell: there is nothing to hide
    }
    String expected = found < 0 ? "expected other values" : problem.message().substring(0, found);
    return expected + FOUND + (problem.raw().isEmpty() ? "hidden ones" : mask);
  }

  private static @Nullable Surroundings shown(
      @Nullable Surroundings around, Set<Integer> sensitive) {
    if (around == null) {
      return null;
    }
    List<Neighbour> row =
        around.row().stream()
            .map(cell -> sensitive.contains(cell.column()) ? masked(cell) : cell)
            .toList();
    return new Surroundings(around.kind(), around.length(), row);
  }

  private static Neighbour masked(Neighbour cell) {
    String raw = cell.raw().isEmpty() ? "" : "*****";
    return new Neighbour(cell.column(), cell.header(), cell.kind(), raw);
  }

  private String masked(String value, int length) {
    String characters = length == 1 ? " character" : " characters";
    return "***** (" + length + characters + ", hash " + hash.of(value) + ")";
  }
}
