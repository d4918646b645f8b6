package dev.ingest.proposal;

/**
 * A set of numbers that is only added to: eight bytes for each and as many free, where objects
 * would take seven times as much. Not thread-safe.
 */
final class LongSet {

  private static final int FEWEST = 64;

  /** Zero is a free place; the number zero is kept as one. */
  private long[] places = new long[FEWEST];

  private int size;

  /**
   * Adds a number, and returns whether it was not there. Of two numbers that are mixed well it is
   * all the same that zero and one are taken for each other.
   */
  boolean add(long number) {
    if (2 * size >= places.length) {
      grow();
    }
    boolean added = put(number == 0 ? 1 : number);
    size += added ? 1 : 0;
    return added;
  }

  private boolean put(long number) {
    int mask = places.length - 1;
    int at = (int) (number ^ number >>> 32) & mask;
    while (places[at] != 0) {
      if (places[at] == number) {
        return false;
      }
      at = at + 1 & mask;
    }
    places[at] = number;
    return true;
  }

  private void grow() {
    long[] before = places;
    places = new long[2 * before.length];
    for (long number : before) {
      if (number != 0) {
        put(number);
      }
    }
  }
}
