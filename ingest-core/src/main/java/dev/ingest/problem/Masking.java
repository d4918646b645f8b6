package dev.ingest.problem;

import dev.ingest.problem.Surroundings.Neighbour;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides the values of sensitive columns. What is masked still says how long the value is and has a
 * hash by which equal values are known: {@code ***** (11 characters, hash 2cf24d)}. This is the one
 * place that masks: logs, reports and rejects are all made of problems that have passed here.
 */
public final class Masking {

  private static final Masking NONE = new Masking(Set.of());
  private static final String FOUND = ", found ";

  /** Few, so that a hash tells equal values apart and does not tell a short value. */
  private static final int HASH_BYTES = 3;

  private final Set<String> columns;

  private Masking(Set<String> columns) {
    this.columns = columns;
  }

  /** Hides nothing. */
  public static Masking none() {
    return NONE;
  }

  /** Hides the values of these columns of the schema. */
  public static Masking of(Set<String> columns) {
    return columns.isEmpty() ? NONE : new Masking(Set.copyOf(columns));
  }

  /** Returns this masking with more columns. */
  public Masking and(Set<String> more) {
    Set<String> all = new HashSet<>(columns);
    return all.addAll(more) ? of(all) : this;
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
    String mask = masked(problem.raw(), around == null ? problem.raw().length() : around.length());
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

  private static String masked(String value, int length) {
    return "***** ("
        + length
        + (length == 1 ? " character" : " characters")
        + ", hash "
        + hash(value)
        + ")";
  }

  private static String hash(String value) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
