package dev.ingest.bench.report;

/**
 * A goal and what was found.
 *
 * @param goal what is asked, in words
 * @param bound the figure asked for
 * @param found the figure found
 * @param met whether it is enough
 */
public record Verdict(String goal, String bound, String found, boolean met) {

  /** Judges a ratio that must not be above a bound. */
  public static Verdict atMost(String goal, double bound, double found) {
    return new Verdict(
        goal, "≤ " + Figures.ratio(bound) + " ×", Figures.ratio(found) + " ×", found <= bound);
  }

  /** Judges a ratio that must not be below a bound. */
  public static Verdict atLeast(String goal, double bound, double found) {
    return new Verdict(
        goal, "≥ " + Figures.ratio(bound) + " ×", Figures.ratio(found) + " ×", found >= bound);
  }

  /** Judges a whole number, such as of MiB, that must not be above a bound. */
  public static Verdict atMost(String goal, String unit, double bound, double found) {
    return new Verdict(
        goal,
        "≤ " + Figures.whole(bound) + " " + unit,
        Figures.whole(found) + " " + unit,
        found <= bound);
  }

  /** Returns a table of verdicts. */
  public static MarkdownTable table(Iterable<Verdict> verdicts) {
    MarkdownTable table = new MarkdownTable("goal", "asked", "found", "verdict");
    for (Verdict verdict : verdicts) {
      table.row(verdict.goal, verdict.bound, verdict.found, verdict.met ? "met" : "**not met**");
    }
    return table;
  }
}
