package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a column asks of a value once it is decoded. Immutable, with equality; the words are those
 * of a message: {@code expected a value of at least 0}.
 */
public sealed interface ValueRule {

  /** Returns whether the value keeps the rule. */
  boolean holds(Object value);

  /** Returns the code of a value that does not. */
  ProblemCode code();

  /** Returns what is expected, in the words of a message. */
  String expected();

  /** Values from a bound on. */
  static ValueRule atLeast(Comparable<?> bound) {
    return new AtLeast(bound);
  }

  /** Values up to a bound, itself included. */
  static ValueRule atMost(Comparable<?> bound) {
    return new AtMost(bound);
  }

  /**
   * Texts that match a regular expression from end to end.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ValueRule matching(String regex) {
    try {
      return new Matching(regex, Pattern.compile(regex));
    } catch (PatternSyntaxException none) {
      throw new IllegalArgumentException(
          "expected a regular expression, found \"%s\" (%s)"
              .formatted(regex, none.getDescription()),
          none);
    }
  }

  /**
   * Texts out of a set, letter for letter.
   *
   * @throws IllegalArgumentException if there are none, or one twice
   */
  static ValueRule oneOf(List<String> texts) {
    Set<String> set = new LinkedHashSet<>(texts);
    if (set.isEmpty() || set.size() < texts.size()) {
      throw new IllegalArgumentException("expected different texts, found " + texts);
    }
    return new OneOf(List.copyOf(texts));
  }

  /** See {@link ValueRule#atLeast}. */
  record AtLeast(Comparable<?> bound) implements ValueRule {
    @Override
    public boolean holds(Object value) {
      return compare(value, bound) >= 0;
    }

    @Override
    public ProblemCode code() {
      return ProblemCode.BELOW_MINIMUM;
    }

    @Override
    public String expected() {
      return "a value of at least " + bound;
    }

    @Override
    public String toString() {
      return "at least " + bound;
    }
  }

  /** See {@link ValueRule#atMost}. */
  record AtMost(Comparable<?> bound) implements ValueRule {
    @Override
    public boolean holds(Object value) {
      return compare(value, bound) <= 0;
    }

    @Override
    public ProblemCode code() {
      return ProblemCode.ABOVE_MAXIMUM;
    }

    @Override
    public String expected() {
      return "a value of at most " + bound;
    }

    @Override
    public String toString() {
      return "at most " + bound;
    }
  }

  /** See {@link ValueRule#matching}. */
  record Matching(String regex, Pattern pattern) implements ValueRule {
    @Override
    public boolean holds(Object value) {
      return pattern.matcher((String) value).matches();
    }

    @Override
    public ProblemCode code() {
      return ProblemCode.PATTERN_MISMATCH;
    }

    @Override
    public String expected() {
      return "text that matches " + regex;
    }

    /** A compiled pattern has no equality of its own. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Matching matching && matching.regex.equals(regex);
    }

    @Override
    public int hashCode() {
      return regex.hashCode();
    }

    @Override
    public String toString() {
      return "matching " + regex;
    }
  }

  /** See {@link ValueRule#oneOf}. */
  record OneOf(List<String> texts) implements ValueRule {
    @Override
    public boolean holds(Object value) {
      return texts.contains(value);
    }

    @Override
    public ProblemCode code() {
      return ProblemCode.NOT_IN_SET;
    }

    @Override
    public String expected() {
      return "one of " + texts;
    }

    @Override
    public String toString() {
      return "one of " + texts;
    }
  }

  /** Schemas see to it that values and bounds are of one type. */
  @SuppressWarnings("unchecked")
  private static int compare(Object value, Comparable<?> bound) {
    return ((Comparable<Object>) value).compareTo(bound);
  }
}
