package dev.ingest.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the texts of a column are yes and no in one language or another. Both must be there: a
 * column of nothing but "x" may mean anything. Not thread-safe.
 */
final class BooleanWords {

  private static final List<List<String>> PAIRS =
      List.of(
          List.of("true", "false"),
          List.of("yes", "no"),
          List.of("y", "n"),
          List.of("t", "f"),
          List.of("on", "off"),
          List.of("wahr", "falsch"),
          List.of("ja", "nein"),
          List.of("j", "n"),
          List.of("vrai", "faux"),
          List.of("oui", "non"),
          List.of("o", "n"),
          List.of("s\u00ed", "no"),
          List.of("si", "no"),
          List.of("s\u00ec", "no"));

  private static final int LONGEST = 6;

  /** A pair, and how the column writes its words. */
  static final class Pair {
    private final List<String> words;
    private final TreeSet<String> yes = new TreeSet<>();
    private final TreeSet<String> no = new TreeSet<>();
    private final Sightings taken;

    private Pair(List<String> words, ColumnPlace place) {
      this.words = words;
      this.taken = new Sightings(place);
    }

    private void look(String folded, String text, int row) {
      if (words.contains(folded)) {
        (words.get(0).equals(folded) ? yes : no).add(text);
        taken.see(row);
      }
    }

    private boolean hasBoth() {
      return !yes.isEmpty() && !no.isEmpty();
    }

    List<String> yes() {
      return List.copyOf(yes);
    }

    List<String> no() {
      return List.copyOf(no);
    }

    Sightings taken() {
      return taken;
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  BooleanWords(ColumnPlace place) {
    PAIRS.forEach(words -> pairs.add(new Pair(words, place)));
  }

  /** Looks at a trimmed text. */
  void look(String text, int row) {
    if (text.length() <= LONGEST) {
      String folded = text.toLowerCase(Locale.ROOT);
      pairs.forEach(pair -> pair.look(folded, text, row));
    }
  }

  /** Returns the pair that takes the most texts. */
  Optional<Pair> best() {
    return pairs.stream()
        .filter(Pair::hasBoth)
        .max(
            Comparator.comparingLong((Pair pair) -> pair.taken.count())
                .thenComparing(pairs::indexOf, Comparator.reverseOrder()));
  }
}
