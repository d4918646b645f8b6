package dev.ingest.row;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import java.util.Arrays;
import java.util.List;

/**
 * Keys and the rows that have them, compactly: the bytes of all keys one after the other, and a
 * table by hash. Keys are compared byte for byte, so a hash decides nothing. Besides its bytes, a
 * key takes about 20 bytes. Not thread-safe.
 */
final class KeyIndex {

  private static final int MOST_BYTES = 1 << 30;

  private byte[] bytes = new byte[256];
  private int[] starts = new int[17];
  private int[] rows = new int[16];
  private int[] slots = new int[32];
  private int size;

  /** Returns the row of a key, or 0 where it is not there. */
  int find(byte[] key) {
    int entry = slots[slot(key)] - 1;
    return entry < 0 ? 0 : rows[entry];
  }

  /** Returns the row of a key, or adds it with this one and returns 0. */
  int putIfAbsent(byte[] key, int row) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return rows[slots[slot] - 1];
    }
    add(slot, key, row);
    return 0;
  }

  /**
   * Puts a row in place of that of the key, or adds it.
   *
   * @throws RefusedFileException if all keys together take more than 1 GiB
   */
  void put(byte[] key, int row) {
    int slot = slot(key);
    if (slots[slot] == 0) {
      add(slot, key, row);
    } else {
      rows[slots[slot] - 1] = row;
    }
  }

  private void add(int slot, byte[] key, int row) {
    append(key);
    rows[size - 1] = row;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      grow();
    }
  }

  private void append(byte[] key) {
    int start = starts[size];
    if (key.length > MOST_BYTES - start) {
      throw new RefusedFileException(
          List.of(
              Problem.ofFile(
                  ProblemCode.FILE_UNREADABLE,
                  "expected keys of at most 1 GiB together, found more",
                  "choose fewer columns for the key, or split the file")));
    }
    if (start + key.length > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, Math.max(start + key.length, (int) Math.min(MOST_BYTES, bytes.length * 2L)));
    }
    System.arraycopy(key, 0, bytes, start, key.length);
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    size++;
    starts[size] = start + key.length;
  }

  /** Returns the slot of the key, or the empty one where it would be. */
  private int slot(byte[] key) {
    int slot = spread(Arrays.hashCode(key)) & (slots.length - 1);
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, key)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int entry, byte[] key) {
    return Arrays.equals(bytes, starts[entry], starts[entry + 1], key, 0, key.length);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int entry = 0; entry < size; entry++) {
      byte[] key = Arrays.copyOfRange(bytes, starts[entry], starts[entry + 1]);
      slots[slot(key)] = entry + 1;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }
}
