package dev.ingest.definition;

import java.util.List;
import java.util.Map;

/** What a file holds, as it is written, each part with its place. */
sealed interface Node {

  /** Returns where it begins. */
  Place place();

  /** Returns it in words, for messages. */
  String found();

  /** What kind of value a scalar was written as. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    NULL
  }

  /** A single value. Its text is what stands in the file: the number 1.50 is "1.50". */
  record Scalar(Place place, Kind kind, String text) implements Node {

    private static final int LONGEST = 60;

    @Override
    public String found() {
      return switch (kind) {
        case NULL -> "null";
        case NUMBER, FLAG -> text;
        case TEXT ->
            '"' + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + '"';
      };
    }
  }

  /** Values in an order. */
  record Items(Place place, List<Node> items) implements Node {
    @Override
    public String found() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** Values by their names. */
  record Section(Place place, Map<String, Entry> entries) implements Node {
    @Override
    public String found() {
      return "names with values";
    }
  }

  /** A value, and where its name stands. */
  record Entry(Place name, Node value) {}
}
