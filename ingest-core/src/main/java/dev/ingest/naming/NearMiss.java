package dev.ingest.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant, for "did you mean"; it is never applied by itself. */
public final class NearMiss {

  private NearMiss() {}

  /** Returns the nearest name within a third of the wanted one's length in edits, if any. */
  public static Optional<String> of(@Nullable String wanted, Collection<String> names) {
    if (wanted == null) {
      return Optional.empty();
    }
    String key = fold(wanted);
    int limit = Math.max(1, key.length() / 3);
    return names.stream()
        .filter(name -> distance(key, fold(name)) <= limit)
        .min(Comparator.comparingInt(name -> distance(key, fold(name))));
  }

  private static String fold(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return folded.length() > 64 ? folded.substring(0, 64) : folded;
  }

  /** Levenshtein's distance, one row of the table at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
