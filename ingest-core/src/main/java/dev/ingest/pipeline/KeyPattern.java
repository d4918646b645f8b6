package dev.ingest.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of an object's key, with named parts in braces: {@code {label}/{file}.xlsx}. A part
 * stands for one or more characters without a slash.
 */
public final class KeyPattern {

  private static final Pattern PART = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  private final String template;
  private final Pattern regex;
  private final List<String> names = new ArrayList<>();

  private KeyPattern(String template) {
    this.template = template;
    StringBuilder built = new StringBuilder();
    Matcher part = PART.matcher(template);
    int from = 0;
    while (part.find()) {
      built.append(Pattern.quote(template.substring(from, part.start()))).append("([^/]+)");
      names.add(part.group(1));
      from = part.end();
    }
    String rest = template.substring(from);
    if (template.isEmpty() || rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "key pattern: expected parts like {label}, found \"" + template + "\"");
    }
    this.regex = Pattern.compile(built.append(Pattern.quote(rest)).toString());
  }

  /** Reads a pattern. */
  public static KeyPattern of(String template) {
    return new KeyPattern(template);
  }

  /** Returns the names of the parts, in order. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Returns the parts of a key, or nothing if it does not have this form. */
  public Optional<Map<String, String>> match(String key) {
    Matcher matcher = regex.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(parts);
  }

  /**
   * Returns the key with these parts.
   *
   * @throws IllegalArgumentException if one is missing, or its value holds a slash
   */
  public String fill(Map<String, String> parts) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = PART.matcher(template);
    while (matcher.find()) {
      String value = part(parts, matcher.group(1));
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
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
