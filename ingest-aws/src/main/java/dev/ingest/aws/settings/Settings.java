package dev.ingest.aws.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads named settings one by one and keeps what is wrong, so that all of it can be told at once. A
 * blank text counts as not set. Where a setting is missing or wrong, its reader gets a stand-in and
 * goes on; {@link #finish()} sees to it that nobody uses one. Used by one thread.
 */
public final class Settings {

  private final Map<String, String> values;
  private final String source;
  private final UnaryOperator<String> labels;
  private final List<String> mistakes = new ArrayList<>();

  /**
   * Makes a reader.
   *
   * @param values by name
   * @param source what messages call where they are from
   * @param labels what messages call a name
   */
  public Settings(Map<String, String> values, String source, UnaryOperator<String> labels) {
    this.values = values;
    this.source = source;
    this.labels = labels;
  }

  /** Makes a reader of settings that messages call by their names. */
  public Settings(Map<String, String> values, String source) {
    this(values, source, UnaryOperator.identity());
  }

  /**
   * Returns a setting that must be there.
   *
   * @param what it is, for the message
   * @param standIn returned where it is missing or wrong
   * @param parser throws {@link IllegalArgumentException} to refuse the text
   */
  public <T> T required(
      String name, String what, T standIn, Function<String, ? extends @Nullable T> parser) {
    if (text(name) == null) {
      mistake(name, "expected " + what + ", found none");
    }
    return value(name, standIn, parser);
  }

  /** Returns a setting, or something else where it is missing or wrong. */
  public <T> T value(String name, T otherwise, Function<String, ? extends @Nullable T> parser) {
    T value = optional(name, parser);
    return value == null ? otherwise : value;
  }

  /** Returns whether a setting is {@code true}; it may be {@code false}, or missing. */
  public boolean flag(String name) {
    return value(name, false, Settings::flagged);
  }

  private static boolean flagged(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("expected true or false, found \"" + text + "\"");
    };
  }

  /**
   * Returns a setting, or null where it is missing or wrong.
   *
   * @param parser throws {@link IllegalArgumentException} to refuse the text
   */
  public <T> @Nullable T optional(String name, Function<String, ? extends @Nullable T> parser) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException refused) {
      mistake(name, String.valueOf(refused.getMessage()));
      return null;
    }
  }

  /** Returns whether there is a setting of the name. */
  public boolean has(String name) {
    return text(name) != null;
  }

  /** Refuses settings that would have no effect: whoever made them meant something. */
  public void refuse(String why, String... names) {
    for (String name : names) {
      if (has(name)) {
        mistake(name, "expected none " + why + ", found one; leave it out");
      }
    }
  }

  /** Notes what is wrong with a setting. */
  public void mistake(String name, String message) {
    mistakes.add(labels.apply(name) + ": " + message);
  }

  /** Returns what messages call a setting. */
  public String label(String name) {
    return labels.apply(name);
  }

  /**
   * Ends the reading.
   *
   * @throws IllegalArgumentException if anything was missing or wrong; the message lists it all
   */
  public void finish() {
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "settings: expected %s to be complete, found what follows; correct it\n%s"
              .formatted(source, String.join("\n", mistakes)));
    }
  }

  private @Nullable String text(String name) {
    String text = values.get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
