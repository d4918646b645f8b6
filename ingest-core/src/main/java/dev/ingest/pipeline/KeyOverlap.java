package dev.ingest.pipeline;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a key that two patterns both match: a walk through both at once, one character at a
 * time. A pattern is read as a row of steps: a character, any character but the slash, or any
 * number of these.
 */
final class KeyOverlap {

  /** Steps that are no character. */
  private static final int ANY = -1;

  private static final int ANY_MORE = -2;
  private static final int UNSEEN = -2;
  private static final int START = -1;

  private final int[] one;
  private final int[] other;

  /** The state from which each was reached first, or {@link #UNSEEN}. */
  private final int[] from;

  private final int[] characters;
  private final Deque<Integer> next = new ArrayDeque<>();

  KeyOverlap(KeyPattern one, KeyPattern other) {
    this.one = steps(one);
    this.other = steps(other);
    this.from = new int[(this.one.length + 1) * (this.other.length + 1)];
    this.characters = new int[from.length];
  }

  private static int[] steps(KeyPattern pattern) {
    List<String> texts = pattern.texts();
    int[] steps = new int[pattern.toString().length() * 2];
    int count = 0;
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        steps[count++] = ANY;
        steps[count++] = ANY_MORE;
      }
      String text = texts.get(i);
      for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
        steps[count++] = text.codePointAt(at);
      }
    }
    return Arrays.copyOf(steps, count);
  }

  /** Returns the shortest key that both match, or nothing. */
  Optional<String> find() {
    Arrays.fill(from, UNSEEN);
    reach(0, 0, START, ANY_MORE);
    while (!next.isEmpty()) {
      int state = next.remove();
      int i = state / (other.length + 1);
      int j = state % (other.length + 1);
      if (i == one.length && j == other.length) {
        return Optional.of(path(state));
      }
      skip(state, i, j);
      step(state, i, j);
    }
    return Optional.empty();
  }

  /** Any number may be none. */
  private void skip(int state, int i, int j) {
    if (i < one.length && one[i] == ANY_MORE) {
      reach(i + 1, j, state, ANY_MORE);
    }
    if (j < other.length && other[j] == ANY_MORE) {
      reach(i, j + 1, state, ANY_MORE);
    }
  }

  private void step(int state, int i, int j) {
    if (i == one.length || j == other.length) {
      return;
    }
    int a = one[i];
    int b = other[j];
    int character = a >= 0 ? a : b >= 0 ? b : 'a';
    if (takes(a, character) && takes(b, character)) {
      reach(a == ANY_MORE ? i : i + 1, b == ANY_MORE ? j : j + 1, state, character);
    }
  }

  private static boolean takes(int step, int character) {
    return step == character || step < 0 && character != '/';
  }

  private void reach(int i, int j, int state, int character) {
    int reached = i * (other.length + 1) + j;
    if (from[reached] == UNSEEN) {
      from[reached] = state;
      characters[reached] = character;
      next.add(reached);
    }
  }

  private String path(int end) {
    StringBuilder reversed = new StringBuilder();
    for (int state = end; from[state] != START; state = from[state]) {
      if (characters[state] >= 0) {
        reversed.appendCodePoint(characters[state]);
      }
    }
    return reversed.reverse().toString();
  }
}
