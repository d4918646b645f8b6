package dev.ingest.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Trees as JSON text, letter for letter what their own {@code toString} and {@code toPrettyString}
 * give. Those make a mapper of objects for it, whose classes take a twentieth of a second to load.
 */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** Returns a tree on one line. */
  static String line(JsonNode tree) {
    return text(tree, false);
  }

  /** Returns a tree over many lines, indented. */
  static String indented(JsonNode tree) {
    return text(tree, true);
  }

  private static String text(JsonNode tree, boolean indented) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      if (indented) {
        out.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      write(tree, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return text.toString();
  }

  private static void write(JsonNode node, JsonGenerator out) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> object(node, out);
      case ARRAY -> {
        out.writeStartArray();
        for (JsonNode element : node) {
          write(element, out);
        }
        out.writeEndArray();
      }
      case STRING -> out.writeString(node.textValue());
      case BOOLEAN -> out.writeBoolean(node.booleanValue());
      case NUMBER -> number(node, out);
      case NULL -> out.writeNull();
      default -> throw new IllegalArgumentException("expected JSON, found " + node.getNodeType());
    }
  }

  private static void object(JsonNode node, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      out.writeFieldName(field.getKey());
      write(field.getValue(), out);
    }
    out.writeEndObject();
  }

  private static void number(JsonNode node, JsonGenerator out) throws IOException {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      out.writeNumber(node.longValue());
    } else if (node.isDouble()) {
      out.writeNumber(node.doubleValue());
    } else {
      out.writeNumber(node.decimalValue());
    }
  }
}
