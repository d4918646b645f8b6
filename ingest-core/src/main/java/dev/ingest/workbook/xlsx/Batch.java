package dev.ingest.workbook.xlsx;

import org.jspecify.annotations.Nullable;

/**
 * A piece of an inflated part that holds whole items, such as rows. One thread at a time works on
 * it; {@link Batches} hands it over.
 */
abstract class Batch {

  /** What has become of a batch so far. */
  enum State {
    EMPTY,
    FILLING,
    FILLED,
    SCANNING,
    DONE
  }

  /** Room for the sentinel: more than any literal that the scanners compare with. */
  static final int TAIL_ROOM = 16;

  /** Measured: 512 KiB beats 64 to 128 KiB by a tenth cold, as the threads meet less often. */
  static final int SIZE = 256 << 10;

  State state = State.EMPTY;
  byte[] bytes;

  /** Where the first item starts. */
  int position;

  /** Where the last whole item ends. */
  int end;

  /** Where the data end: what stands behind the last whole item goes into the next batch. */
  int to;

  /** Whether it ends where the part does. */
  boolean last;

  /** Whether it holds a piece of an item that is too large to be scanned. */
  boolean stuck;

  /** What kept it from being filled or scanned. */
  @Nullable Throwable failure;

  /**
   * Makes an empty batch.
   *
   * @param size bytes of the part that it takes, at first
   */
  Batch(int size) {
    this.bytes = new byte[size + TAIL_ROOM];
  }

  /** Scans the items. */
  abstract void scan();
}
