package dev.ingest.lambda.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads Terraform's language as far as the module of this project uses it: blocks, arguments,
 * lists, objects, and {@code jsonencode} of an object. Any other expression stays as it is written,
 * in <code>${}</code>, as Terraform's own JSON syntax has it; all scalars become texts. Here-
 * documents, {@code for} and splats are refused, so that nothing is read wrong: {@code terraform
 * validate} sees whether what is left makes sense.
 *
 * <p>A block becomes an element of the array under its type; its labels are {@code #0} and {@code
 * #1}.
 */
final class HclReader {

  private final String text;
  private int at;

  private HclReader(String text) {
    this.text = text;
  }

  static ObjectNode read(String text) {
    HclReader reader = new HclReader(text);
    ObjectNode body = reader.body();
    if (reader.at < text.length()) {
      throw reader.unexpected("the end");
    }
    return body;
  }

  private ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (space(true); at < text.length() && peek() != '}'; space(true)) {
      String name = word();
      space(false);
      if (peek() == '=') {
        at++;
        body.set(name, value());
      } else {
        body.withArray(name).add(block());
      }
    }
    return body;
  }

  private ObjectNode block() {
    ObjectNode labels = JsonNodeFactory.instance.objectNode();
    for (space(false); peek() == '"'; space(false)) {
      labels.put("#" + labels.size(), quoted());
    }
    expect('{');
    ObjectNode body = body();
    expect('}');
    body.setAll(labels);
    return body;
  }

  private JsonNode value() {
    space(false);
    if (text.startsWith("jsonencode(", at)) {
      at += "jsonencode(".length();
      JsonNode encoded = value();
      space(true);
      expect(')');
      return encoded;
    }
    return switch (peek()) {
      case '[' -> list();
      case '{' -> object();
      default -> scalar();
    };
  }

  private ArrayNode list() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    expect('[');
    for (space(true); peek() != ']'; space(true)) {
      list.add(value());
      space(true);
      if (peek() == ',') {
        at++;
      }
    }
    expect(']');
    return list;
  }

  private ObjectNode object() {
    expect('{');
    ObjectNode object = body();
    expect('}');
    return object;
  }

  /** A text, if that is all, or else an expression up to where its line or its list ends. */
  private JsonNode scalar() {
    int from = at;
    int depth = 0;
    while (at < text.length() && !(depth == 0 && ends(peek()))) {
      char c = peek();
      if (c == '"') {
        String unused = quoted();
        continue;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      at++;
    }
    String written = text.substring(from, at).strip();
    if (written.isEmpty()
        || written.startsWith("<<")
        || written.contains("[for ")
        || written.contains("[*]")) {
      throw unexpected("a plain expression");
    }
    boolean isText = written.startsWith("\"") && written.indexOf('"', 1) == written.length() - 1;
    boolean isWord = written.matches("[0-9]+|true|false|null");
    return JsonNodeFactory.instance.textNode(
        isText
            ? written.substring(1, written.length() - 1)
            : isWord ? written : "${" + written + "}");
  }

  private static boolean ends(char c) {
    return c == '\n' || c == ',' || c == ']' || c == '}' || c == ')' || c == '#';
  }

  private String word() {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(peek()) || "_-".indexOf(peek()) >= 0)) {
      at++;
    }
    if (from == at) {
      throw unexpected("a name");
    }
    return text.substring(from, at);
  }

  private String quoted() {
    int from = at + 1;
    int end = from;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    at = end + 1;
    return text.substring(from, end);
  }

  private void space(boolean lines) {
    while (at < text.length()) {
      char c = peek();
      if (c == '#') {
        at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
      } else if (c == ' ' || lines && c == '\n') {
        at++;
      } else {
        return;
      }
    }
  }

  private void expect(char c) {
    space(false);
    if (at >= text.length() || peek() != c) {
      throw unexpected("" + c);
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private IllegalArgumentException unexpected(String expected) {
    long line =
        1 + text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return new IllegalArgumentException("line " + line + ": expected " + expected);
  }
}
