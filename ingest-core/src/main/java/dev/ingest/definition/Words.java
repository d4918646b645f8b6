package dev.ingest.definition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of a file that each stand for something, in the order in which messages list them.
 *
 * @param <T> what they stand for
 */
final class Words<T> {

  private final Map<String, T> meanings = new LinkedHashMap<>();

  /** Adds a word. */
  Words<T> with(String word, T meaning) {
    meanings.put(word, meaning);
    return this;
  }

  /** Returns the word that stands for something. */
  static <T> String of(T meaning, Map<String, T> words) {
    for (Map.Entry<String, T> word : words.entrySet()) {
      if (word.getValue().equals(meaning)) {
        return word.getKey();
      }
    }
    throw new IllegalStateException("no word for " + meaning + "; please report this");
  }

  /** Returns the meanings by word. */
  Map<String, T> all() {
    return meanings;
  }
}
