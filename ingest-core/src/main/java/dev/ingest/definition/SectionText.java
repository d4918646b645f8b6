package dev.ingest.definition;

import dev.ingest.naming.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** A section of a file as it is written: names with values, in their order. */
final class SectionText {

  private static final int WIDTH = 100;

  private final List<String> entries = new ArrayList<>();

  /** Adds a value that is YAML already. */
  SectionText with(String name, String yaml) {
    entries.add(name + ": " + yaml);
    return this;
  }

  /** Adds a text. */
  SectionText text(String name, String text) {
    return with(name, YamlScalar.of(text));
  }

  /** Adds texts; none are not written. */
  SectionText texts(String name, List<String> texts) {
    return texts.isEmpty() ? this : with(name, YamlScalar.of(texts));
  }

  /** Adds a number as it is written, or any other value as a text. */
  SectionText value(String name, String text) {
    return with(name, value(text));
  }

  /** Adds a flag that is raised; one that is not is the default. */
  SectionText flag(String name, boolean raised) {
    return raised ? with(name, "true") : this;
  }

  /** Returns a scalar: a plain number where the text is one in every reading. */
  static String value(String text) {
    return text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?") ? text : YamlScalar.of(text);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns {@code { name: value, name: value }}. */
  String flow() {
    return "{ " + String.join(", ", entries) + " }";
  }

  /** Returns an item of a list: on one line, if that is not too long. */
  String item() {
    String line = "  - " + flow() + "\n";
    return line.length() <= WIDTH ? line : "  - " + String.join("\n    ", entries) + "\n";
  }

  /** Returns the section under its name: on one line, if that is not too long. */
  String under(String name) {
    String line = name + ": " + flow() + "\n";
    return line.length() <= WIDTH ? line : name + ":\n  " + String.join("\n  ", entries) + "\n";
  }
}
