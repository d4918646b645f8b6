package dev.ingest.proposal;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How often something was seen in one column, and in which rows first: the evidence of a line. It
 * is shown rows in their order. Not thread-safe.
 */
final class Sightings {

  private static final int KEPT = 3;

  private final ColumnPlace place;
  private final int[] first = new int[KEPT];
  private long count;

  Sightings(ColumnPlace place) {
    this.place = place;
  }

  /** Returns what was seen in one or another of these, all of one column and no row in two. */
  static Sightings together(ColumnPlace place, Collection<Sightings> parts) {
    Sightings all = new Sightings(place);
    parts.stream()
        .flatMapToInt(part -> Arrays.stream(part.first, 0, part.kept()))
        .sorted()
        .limit(KEPT)
        .forEach(all::see);
    all.count = parts.stream().mapToLong(Sightings::count).sum();
    return all;
  }

  void see(int row) {
    if (count < KEPT) {
      first[(int) count] = row;
    }
    count++;
  }

  long count() {
    return count;
  }

  boolean any() {
    return count > 0;
  }

  /** Returns the first cell: {@code e.g. data!C2}. */
  String example() {
    return "e.g. " + place.at(first[0]);
  }

  /** Returns the first few cells: {@code e.g. data!C2, data!C9}; all of them without the words. */
  String examples() {
    String cells =
        Arrays.stream(first, 0, kept())
            .mapToObj(row -> place.at(row).toString())
            .collect(Collectors.joining(", "));
    return count > KEPT ? "e.g. " + cells : cells;
  }

  private int kept() {
    return (int) Math.min(count, KEPT);
  }
}
