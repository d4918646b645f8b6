package dev.ingest.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.ingest.definition.Node.Entry;
import dev.ingest.definition.Node.Items;
import dev.ingest.definition.Node.Kind;
import dev.ingest.definition.Node.Scalar;
import dev.ingest.definition.Node.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML or JSON into nodes that know their places. What YAML has beyond JSON and comments,
 * which is references and several documents, is refused.
 */
final class NodeParser {

  private final JsonParser parser;
  private final boolean yaml;
  private final Mistakes mistakes;

  private NodeParser(JsonParser parser, boolean yaml, Mistakes mistakes) {
    this.parser = parser;
    this.yaml = yaml;
    this.mistakes = mistakes;
  }

  /** Returns what the text holds; null, with the mistake noted, where it cannot be read. */
  static @Nullable Node parse(String text, boolean json, Mistakes mistakes) {
    JsonFactory factory = json ? new JsonFactory() : YamlText.factory();
    try (JsonParser parser = factory.createParser(text)) {
      return new NodeParser(parser, !json, mistakes).document();
    } catch (JsonProcessingException broken) {
      Place place = broken.getLocation() == null ? Place.START : Place.of(broken.getLocation());
      String language = json ? "JSON" : "YAML";
      mistakes.add("", place, "expected " + language + ", found this: " + reason(broken));
      return null;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a text in memory
    }
  }

  /** The parser's message without the lines that quote the file, and without places in it. */
  private static String reason(JsonProcessingException broken) {
    String message =
        broken
            .getOriginalMessage()
            .lines()
            .filter(line -> !line.startsWith(" ") && !line.isBlank())
            .collect(Collectors.joining(", "));
    int source = message.indexOf(" (for ");
    return source < 0 ? message : message.substring(0, source);
  }

  private @Nullable Node document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      mistakes.add("", Place.START, "expected a pipeline, found an empty file");
      return null;
    }
    Node root = node("");
    if (parser.nextToken() != null) {
      mistakes.add("", here(), "expected one document, found another one behind it");
    }
    return root;
  }

  private Place here() {
    return Place.of(parser.currentTokenLocation());
  }

  private Node node(String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> section(path);
      case START_ARRAY -> items(path);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> flag();
      case VALUE_NULL -> new Scalar(here(), Kind.NULL, "null");
      default -> text(path);
    };
  }

  private Scalar scalar(Kind kind) throws IOException {
    return new Scalar(here(), kind, parser.getText());
  }

  /** YAML 1.1 has more words for true and false, such as NO, which is Norway to everybody else. */
  private Scalar flag() throws IOException {
    String text = parser.getText();
    return scalar(text.equals("true") || text.equals("false") ? Kind.FLAG : Kind.TEXT);
  }

  private Scalar text(String path) throws IOException {
    if (yaml && YamlText.isReference(parser)) {
      mistakes.add(path, here(), "expected a value, found a reference; write the value out");
    }
    return scalar(Kind.TEXT);
  }

  private Node items(String path) throws IOException {
    Place place = here();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path + "[" + items.size() + "]"));
    }
    return new Items(place, items);
  }

  private Node section(String path) throws IOException {
    Place place = here();
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String whole = path.isEmpty() ? name : path + "." + name;
      Place at = here();
      parser.nextToken();
      if (entries.put(name, new Entry(at, node(whole))) != null) {
        mistakes.add(whole, at, "expected each name once, found it again");
      }
    }
    return new Section(place, entries);
  }
}
