package dev.ingest.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and keeps what is wrong, so that all of it can be told at once. */
final class Variables {

  private final Map<String, String> variables;
  private final List<String> mistakes = new ArrayList<>();

  Variables(Map<String, String> variables) {
    this.variables = variables;
  }

  /** Returns a setting that must be there; where it is missing or wrong, the empty text. */
  String required(String name, String what, Function<String, String> parser) {
    if (text(name) == null) {
      mistakes.add(name + ": expected " + what + ", found none");
    }
    return value(name, "", parser);
  }

  /** Returns a setting, or something else where it is missing or wrong. */
  <T> T value(String name, T otherwise, Function<String, ? extends @Nullable T> parser) {
    T value = optional(name, parser);
    return value == null ? otherwise : value;
  }

  /**
   * Returns a setting, or null where it is missing or wrong.
   *
   * @param parser throws {@link IllegalArgumentException} to refuse the text
   */
  <T> @Nullable T optional(String name, Function<String, ? extends @Nullable T> parser) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException refused) {
      mistakes.add(name + ": " + refused.getMessage());
      return null;
    }
  }

  /** Fails if anything was missing or wrong. */
  void finish() {
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "settings: expected the function's environment to be complete, found what follows; correct it\n"
              + String.join("\n", mistakes));
    }
  }

  private @Nullable String text(String name) {
    String text = variables.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
