package dev.ingest.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is run.
 *
 * @param runs how often each program runs, after one run that does not count
 * @param peers whether other libraries run too
 * @param slowPeers whether those do that take half a minute for a large workbook
 * @param only the names of the workbooks that are timed; empty for all
 * @param parts what is measured
 */
record Options(int runs, boolean peers, boolean slowPeers, List<String> only, Set<Part> parts) {

  static final String USAGE =
      """
      usage: ingest-bench/run [options]
        --runs N          runs of each program after one that does not count (default 9; quick 3)
        --quick           three runs, no slow peers
        --only A,B        only these workbooks: max_10pct, max_all, wide, r100k_10pct, ...
        --parts P,Q       only these parts: whole, policy, warm, heap, cold,
                            growth, load
        --no-peers        this library and the limit only
        --peers           the peers, too (default)
      """;

  Options {
    only = List.copyOf(only);
    parts = Set.copyOf(parts);
  }

  static Options defaults() {
    return new Options(9, true, true, List.of(), EnumSet.allOf(Part.class));
  }

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException if one makes no sense
   */
  static Options parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    Options options = defaults();
    while (!rest.isEmpty()) {
      String option = rest.remove();
      options =
          switch (option) {
            case "--quick" -> options.quick();
            case "--peers" -> options.withPeers(true);
            case "--no-peers" -> options.withPeers(false);
            case "--runs" -> options.withRuns(Integer.parseInt(value(option, rest)));
            case "--only" -> options.withOnly(List.of(value(option, rest).split(",", -1)));
            case "--parts" -> options.withParts(parts(value(option, rest)));
            default -> throw new IllegalArgumentException("unknown option " + option);
          };
    }
    return options;
  }

  /** Returns whether a workbook is among those that are timed. */
  boolean includes(String workbook) {
    return only.isEmpty() || only.contains(workbook);
  }

  private Options quick() {
    return new Options(3, peers, false, only, parts);
  }

  private Options withPeers(boolean other) {
    return new Options(runs, other, slowPeers, only, parts);
  }

  private Options withRuns(int other) {
    if (other < 1) {
      throw new IllegalArgumentException("--runs: expected at least 1, found " + other);
    }
    return new Options(other, peers, slowPeers, only, parts);
  }

  private Options withOnly(List<String> other) {
    return new Options(runs, peers, slowPeers, other, parts);
  }

  private Options withParts(Set<Part> other) {
    return new Options(runs, peers, slowPeers, only, other);
  }

  private static Set<Part> parts(String names) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : names.split(",", -1)) {
      parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return parts;
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + ": expected a value, found none");
    }
    return rest.remove();
  }
}
