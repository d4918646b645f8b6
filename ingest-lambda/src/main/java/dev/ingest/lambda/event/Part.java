package dev.ingest.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event, whose fields are looked for by name. What is not looked for may be missing,
 * of any type or new.
 *
 * @param path where it is in the event, for messages; empty for the event itself
 * @param node the part; a missing one has no fields
 * @param hint what to do about a field that is not there
 */
record Part(String path, JsonNode node, String hint) {

  /** Returns a part of this part. */
  Part part(String field) {
    return new Part(pathOf(field), node.path(field), hint);
  }

  /** Returns an element of an array. */
  Part element(String array, int index) {
    return new Part(pathOf(array) + "[" + index + "]", node.path(array).path(index), hint);
  }

  /** Returns this part with another hint. */
  Part hinting(String other) {
    return new Part(path, node, other);
  }

  /** Returns a text that must be there. */
  String text(String field) throws MalformedException {
    String text = optional(field);
    if (text == null) {
      throw refused(field, "text", null);
    }
    return text;
  }

  /** Returns a text, or null where there is none, or an empty one. */
  @Nullable String optional(String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  /** Returns the text of the first field that has one, or null: senders spell a name variously. */
  @Nullable String first(String... fields) {
    for (String field : fields) {
      String text = optional(field);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Returns whether a field has this text. */
  boolean says(String field, String text) {
    return text.equals(node.path(field).textValue());
  }

  MalformedException refused(String field, String expected, @Nullable String found) {
    return new MalformedException(
        "event: %s: expected %s, found %s; %s"
            .formatted(pathOf(field), expected, found == null ? "none" : '"' + found + '"', hint));
  }

  private String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
