package dev.ingest.proposal;

/** The words of evidence: counts of rows, with the addresses of examples. */
final class Phrases {

  private Phrases() {}

  /** Returns {@code 3 rows}. */
  static String rows(long count) {
    return count + (count == 1 ? " row" : " rows");
  }

  /** Returns {@code 3 rows, e.g. data!C2}. */
  static String seen(Sightings seen) {
    return rows(seen.count()) + ", " + seen.example();
  }

  /** Returns {@code numbers in 3 of 5 rows, e.g. data!C2}. */
  static String in(String what, Sightings seen, long rows) {
    return what + " in " + seen.count() + " of " + rows(rows) + ", " + seen.example();
  }

  /**
   * Returns {@code 3 of them as text, e.g. data!C2} behind a semicolon; empty where there are none.
   */
  static String ofThem(String how, Sightings seen) {
    return seen.any() ? "; " + seen.count() + " of them " + how + ", " + seen.example() : "";
  }
}
