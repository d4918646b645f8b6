package dev.ingest.definition;

import dev.ingest.definition.Node.Items;
import dev.ingest.definition.Node.Kind;
import dev.ingest.definition.Node.Scalar;
import dev.ingest.definition.Node.Section;
import dev.ingest.naming.NearMiss;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of the file at its path. What is asked of it and is not there is noted as a mistake, and
 * the answer is null or empty: so reading goes on to the next mistake.
 */
record Value(Node node, String path, Mistakes mistakes) {

  /** Notes what is wrong with it. */
  void mistake(String message) {
    mistakes.add(path, node.place(), message);
  }

  private void expected(String what) {
    mistake("expected " + what + ", found " + node.found());
  }

  boolean isSection() {
    return node instanceof Section;
  }

  /** Returns the text of a single value, however it is written: the column {@code 3} is "3". */
  @Nullable String text() {
    if (node instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
      return scalar.text();
    }
    expected(isNull() ? "text (in quotes, if it is this word)" : "text");
    return null;
  }

  /** Returns the text of a single value, for who looks at it again; null where it is none. */
  @Nullable String scalar() {
    return node instanceof Scalar scalar && !isNull() ? scalar.text() : null;
  }

  /** Returns the single values of a list, for who looks at it again. */
  List<Value> scalars() {
    return node instanceof Scalar || node instanceof Items list && !list.items().isEmpty()
        ? items()
        : List.of();
  }

  private boolean isNull() {
    return node instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /** Returns what a function makes of the text; its refusal is a mistake. */
  <T> @Nullable T made(Function<String, T> function) {
    String text = text();
    if (text == null) {
      return null;
    }
    try {
      return function.apply(text);
    } catch (IllegalArgumentException | DateTimeException odd) {
      mistake(String.valueOf(odd.getMessage()));
      return null;
    }
  }

  /** Returns whether it is {@code true}. */
  boolean flag() {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.FLAG) {
      return Boolean.parseBoolean(scalar.text());
    }
    expected("true or false");
    return false;
  }

  /** Returns a whole number within bounds, or null. */
  @Nullable Long whole(long least, long most) {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.NUMBER) {
      Long number = parsed(scalar.text());
      if (number != null && number >= least && number <= most) {
        return number;
      }
    }
    String bounds = most == Long.MAX_VALUE ? least + " on" : least + " to " + most;
    expected("a whole number from " + bounds);
    return null;
  }

  private static @Nullable Long parsed(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException none) {
      return null; // the caller says what is expected
    }
  }

  /** Returns a number, or null. */
  @Nullable BigDecimal number() {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.NUMBER) {
      try {
        return new BigDecimal(scalar.text());
      } catch (NumberFormatException none) {
        // such as 0x1F, which YAML takes for a number
      }
    }
    expected("a number");
    return null;
  }

  /** Returns what one of some words stands for; {@code null} may be one, in quotes or not. */
  <T> @Nullable T oneOf(Map<String, T> words) {
    String word = isNull() ? "null" : node instanceof Scalar scalar ? scalar.text() : "";
    T meant = words.get(word);
    if (meant == null) {
      String miss = NearMiss.of(word, words.keySet()).map(Value::meant).orElse("");
      mistake(
          "expected one of %s, found %s%s"
              .formatted(String.join(", ", words.keySet()), node.found(), miss));
    }
    return meant;
  }

  /** Returns {@code ; did you mean "name"?}. */
  static String meant(String name) {
    return "; did you mean \"" + name + "\"?";
  }

  /** Returns the values of a list; a single value is a list of one. */
  List<Value> items() {
    if (node instanceof Scalar) {
      return isNull() ? none("a list") : List.of(this);
    }
    if (!(node instanceof Items list)) {
      return none("a list");
    }
    List<Value> items = new ArrayList<>();
    for (Node item : list.items()) {
      items.add(new Value(item, path + "[" + items.size() + "]", mistakes));
    }
    return items.isEmpty() ? none("a list with something in it") : items;
  }

  private List<Value> none(String what) {
    expected(what);
    return List.of();
  }

  /** Returns the texts of a list. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Value item : items()) {
      String text = item.text();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Returns what a section holds by name, or null. */
  @Nullable Fields fields() {
    if (node instanceof Section section) {
      return new Fields(this, section);
    }
    expected("names with values");
    return null;
  }
}
