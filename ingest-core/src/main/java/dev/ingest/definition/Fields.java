package dev.ingest.definition;

import dev.ingest.definition.Node.Entry;
import dev.ingest.definition.Node.Section;
import dev.ingest.naming.NearMiss;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values of a section by name. Whoever reads it asks for all names that there can be. */
final class Fields {

  private final Value section;
  private final Section node;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(Value section, Section node) {
    this.section = section;
    this.node = node;
  }

  /** Returns where the section stands, as {@code columns[2]}. */
  String path() {
    return section.path();
  }

  /** Returns the names that are there. */
  List<String> names() {
    return List.copyOf(node.entries().keySet());
  }

  /** Returns a value, or null where the name is not there. */
  @Nullable Value get(String name) {
    asked.add(name);
    Entry entry = node.entries().get(name);
    return entry == null ? null : new Value(entry.value(), path(name), section.mistakes());
  }

  /** Returns a value; that it is not there is a mistake. */
  @Nullable Value required(String name) {
    Value value = get(name);
    if (value == null) {
      section.mistake("expected \"" + name + "\", which is not there");
    }
    return value;
  }

  /** Hands on a value, if it is there. */
  void with(String name, Consumer<Value> reader) {
    Value value = get(name);
    if (value != null) {
      reader.accept(value);
    }
  }

  /** Hands on a text, if it is there. */
  void text(String name, Consumer<String> reader) {
    with(
        name,
        value -> {
          String text = value.text();
          if (text != null) {
            reader.accept(text);
          }
        });
  }

  /** Does something if a flag is there and true. */
  void flag(String name, Runnable raised) {
    with(
        name,
        value -> {
          if (value.flag()) {
            raised.run();
          }
        });
  }

  /** Returns whether nothing of the whole file was found wrong so far. */
  boolean isSound() {
    return section.mistakes().isEmpty();
  }

  /** Notes what is wrong with a value, or with the section where the value is not there. */
  void mistake(String name, String message) {
    Value value = get(name);
    (value == null ? section : value).mistake(message);
  }

  /** Notes what is wrong with the section. */
  void mistake(String message) {
    section.mistake(message);
  }

  /** Ends the reading: names that nobody asked for are mistakes. */
  void end() {
    node.entries()
        .forEach(
            (name, entry) -> {
              if (!asked.contains(name)) {
                unknown(name, entry.name());
              }
            });
  }

  private void unknown(String name, Place place) {
    String miss = NearMiss.of(name, asked).map(Value::meant).orElse("");
    section
        .mistakes()
        .add(
            path(name),
            place,
            "expected one of the names %s, found \"%s\"%s"
                .formatted(String.join(", ", asked), name, miss));
  }

  private String path(String name) {
    return section.path().isEmpty() ? name : section.path() + "." + name;
  }
}
