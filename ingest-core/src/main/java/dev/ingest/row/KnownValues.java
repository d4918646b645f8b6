package dev.ingest.row;

import org.jspecify.annotations.Nullable;

/**
 * Some values of which the same is known, so that it need not be found out again: shared strings
 * and days repeat, and come as the same object each time. It forgets, and never errs. Thread-safe:
 * what two threads put in at a time is right, whichever stays.
 */
final class KnownValues {

  private static final int SLOTS = 1 << 10;

  private final @Nullable Object[] values = new @Nullable Object[SLOTS];

  /** Returns whether this very object was added lately. */
  @SuppressWarnings("ReferenceEquality") // the same object, not an equal one, is what is quick
  boolean knows(Object value) {
    return values[slot(value)] == value;
  }

  void add(Object value) {
    values[slot(value)] = value;
  }

  private static int slot(Object value) {
    int hash = value.hashCode();
    return (hash ^ hash >>> 11) & SLOTS - 1; // a day has its year in the bits above
  }
}
