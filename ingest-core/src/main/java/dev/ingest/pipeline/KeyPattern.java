package dev.ingest.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of an object's key, with named parts in braces: {@code {label}/{file}.xlsx}. A part
 * stands for one or more characters without a slash.
 */
public final class KeyPattern {

  private final String template;

  /** What stands before, between and behind the parts: one text more than there are parts. */
  private final List<String> texts = new ArrayList<>();

  private final List<String> names = new ArrayList<>();

  private KeyPattern(String template) {
    this.template = template;
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      text(from, open);
      names.add(name(template.substring(open + 1, Math.max(open + 1, close))));
      from = close + 1;
    }
    text(from, template.length());
    if (template.isEmpty()) {
      throw refusal();
    }
  }

  private void text(int from, int to) {
    String text = template.substring(from, to);
    if (text.indexOf('}') >= 0) {
      throw refusal();
    }
    texts.add(text);
  }

  private String name(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && (i == 0 || c != '_' && (c < '0' || c > '9'))) {
        throw refusal();
      }
    }
    if (name.isEmpty()) {
      throw refusal();
    }
    return name;
  }

  private IllegalArgumentException refusal() {
    return new IllegalArgumentException(
        "key pattern: expected parts like {label}, found \"" + template + "\"");
  }

  /** Reads a pattern. */
  public static KeyPattern of(String template) {
    return new KeyPattern(template);
  }

  /** Returns the names of the parts, in order. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Returns what stands before, between and behind the parts. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** Returns a key that has this form and the other one too, or nothing if no key has both. */
  public Optional<String> common(KeyPattern other) {
    return new KeyOverlap(this, other).find();
  }

  /** Returns the parts of a key, or nothing if it does not have this form. */
  public Optional<Map<String, String>> match(String key) {
    String[] values = new String[names.size()];
    if (!key.startsWith(texts.get(0)) || !match(key, texts.get(0).length(), 0, values)) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      parts.put(names.get(i), values[i]);
    }
    return Optional.of(parts);
  }

  /**
   * Finds the values of the parts from one on, each as long as it can be, the first ones first. Not
   * a regular expression: making one takes longer than to match some keys.
   */
  private boolean match(String key, int from, int part, String[] values) {
    if (part == values.length) {
      return from == key.length();
    }
    String text = texts.get(part + 1);
    int slash = key.indexOf('/', from);
    for (int to = slash < 0 ? key.length() : slash;
        to > from;
        to = key.offsetByCodePoints(to, -1)) {
      if (key.startsWith(text, to) && match(key, to + text.length(), part + 1, values)) {
        values[part] = key.substring(from, to);
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the key with these parts.
   *
   * @throws IllegalArgumentException if one is missing, or its value holds a slash
   */
  public String fill(Map<String, String> parts) {
    StringBuilder filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < names.size(); i++) {
      filled.append(part(parts, names.get(i))).append(texts.get(i + 1));
    }
    return filled.toString();
  }

  private String part(Map<String, String> parts, String name) {
    String value = parts.get(name);
    if (value == null || value.isEmpty() || value.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "key pattern %s: expected a value without slash for {%s}, found %s"
              .formatted(template, name, value == null ? "none" : '"' + value + '"'));
    }
    return value;
  }

  @Override
  public String toString() {
    return template;
  }
}
