package dev.ingest.transcode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of rows that were seen, as bytes. A row with a new key is judged as an object, which
 * takes down the key's values; so only this set needs to be fast.
 */
final class KnownKeys {

  private byte[] @Nullable [] keys = new byte[256][];
  private int size;

  /** Adds a key; returns whether it was known. */
  boolean knows(byte[] b, int from, int to) {
    int slot = find(keys, b, from, to);
    if (keys[slot] != null) {
      return true;
    }
    keys[slot] = Arrays.copyOfRange(b, from, to);
    size++;
    if (size * 2 > keys.length) {
      grow();
    }
    return false;
  }

  private void grow() {
    byte[] @Nullable [] larger = new byte[keys.length * 2][];
    for (byte @Nullable [] key : keys) {
      if (key != null) {
        larger[find(larger, key, 0, key.length)] = key;
      }
    }
    keys = larger;
  }

  /** Returns the slot of a key, or the empty one where it belongs. */
  private static int find(byte[] @Nullable [] table, byte[] b, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + b[i];
    }
    int slot = (hash ^ hash >>> 15) & table.length - 1;
    while (true) {
      byte[] key = table[slot];
      if (key == null || Arrays.equals(key, 0, key.length, b, from, to)) {
        return slot;
      }
      slot = slot + 1 & table.length - 1;
    }
  }
}
