package dev.ingest.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant, for "did you mean"; it is never applied by itself. */
public final class NearMiss {

  private NearMiss() {}

  /**
   * Returns the nearest name within a third of the wanted one's length in edits, if any. One edit
   * is always allowed, but in a name of one letter, of which it would leave nothing.
   */
  public static Optional<String> of(@Nullable String wanted, Collection<String> names) {
    if (wanted == null) {
      return Optional.empty();
    }
    String key = fold(wanted);
    int limit = key.length() < 2 ? 0 : Math.max(1, key.length() / 3);
    return names.stream()
        .filter(name -> isNear(key, fold(name), limit))
        .min(Comparator.comparingInt(name -> distance(key, fold(name))));
  }

  private static boolean isNear(String key, String name, int limit) {
    return Math.abs(key.length() - name.length()) <= limit && distance(key, name) <= limit;
  }

  private static String fold(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return folded.length() > 64 ? folded.substring(0, 64) : folded;
  }

  /**
   * Levenshtein's distance, in which two neighbours that changed places are one edit (optimal
   * string alignment). Of the table three rows are kept.
   */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, 1 + Math.min(last[j], row[j - 1]));
        if (isSwapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }

  /** Returns whether the two letters before these places are each other's, crosswise. */
  private static boolean isSwapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
