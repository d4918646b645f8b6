package dev.ingest.lambda.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML with the short functions of CloudFormation, such as {@code !Ref}, which become objects. */
final class SamText {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern HOLE = Pattern.compile("\\$\\{(?:AWS::)?([A-Z][A-Za-z.]*)}");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private SamText() {}

  static JsonNode read(String text) {
    return json(new Yaml().compose(new StringReader(text)));
  }

  private static JsonNode json(Node node) {
    JsonNode value =
        node instanceof MappingNode mapping
            ? object(mapping)
            : node instanceof SequenceNode sequence
                ? array(sequence)
                : NODES.textNode(((ScalarNode) node).getValue());
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? NODES.objectNode().set(tag, value) : value;
  }

  private static JsonNode object(MappingNode mapping) {
    ObjectNode object = NODES.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode()));
    }
    return object;
  }

  private static JsonNode array(SequenceNode sequence) {
    ArrayNode array = NODES.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(json(element));
    }
    return array;
  }

  /** Returns {@code UploadBucket} as {@code upload_bucket}. */
  static String name(String logical) {
    return HUMP.matcher(logical).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** Returns a value as {@link Deployment} writes it; what is not there is empty. */
  static String neutral(JsonNode value) {
    if (value.has("!Ref")) {
      return "${" + name(value.path("!Ref").asText().replace("AWS::", "")) + "}";
    }
    if (value.has("!GetAtt")) {
      return "${" + name(value.path("!GetAtt").asText()).replace(".queue_name", "") + "}";
    }
    if (value.has("!Sub")) {
      return HOLE.matcher(value.path("!Sub").asText())
          .replaceAll(hole -> "\\${" + name(hole.group(1)) + "}");
    }
    if (value.has("!If")) {
      JsonNode parts = value.path("!If");
      return "${%s ? %s : %s}"
          .formatted(
              name(parts.path(0).asText()), expression(parts.path(1)), expression(parts.path(2)));
    }
    if (value.isContainerNode()) {
      throw new IllegalArgumentException("expected a value, found " + value);
    }
    return value.asText();
  }

  /** Returns one value or several. */
  static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    if (node.isArray()) {
      node.forEach(element -> texts.add(neutral(element)));
    } else if (!node.isMissingNode()) {
      texts.add(neutral(node));
    }
    return texts;
  }

  private static String expression(JsonNode value) {
    String text = neutral(value);
    return text.startsWith("${") ? text.substring(2, text.length() - 1) : '"' + text + '"';
  }

  /** Returns a condition as Terraform would write it. */
  static String condition(JsonNode condition) {
    if (condition.has("!Condition")) {
      return name(condition.path("!Condition").asText());
    }
    if (condition.has("!And") || condition.has("!Or")) {
      String both = condition.has("!And") ? "!And" : "!Or";
      return condition(condition.path(both).path(0))
          + (both.equals("!And") ? " && " : " || ")
          + condition(condition.path(both).path(1));
    }
    boolean not = condition.has("!Not");
    JsonNode sides = (not ? condition.at("/!Not/0") : condition).path("!Equals");
    JsonNode joined = sides.path(0).at("/!Join/1");
    if (not && !joined.isMissingNode()) {
      return "length(" + expression(joined) + ") > 0";
    }
    return expression(sides.path(0)) + (not ? " != " : " == ") + expression(sides.path(1));
  }
}
