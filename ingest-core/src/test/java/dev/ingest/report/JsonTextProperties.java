package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** JSON is written as the library's own mapper writes it. */
class JsonTextProperties {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property(tries = 300)
  void treesAreWrittenAsTheyPrintThemselves(@ForAll("trees") JsonNode tree) {
    assertThat(JsonText.line(tree)).isEqualTo(tree.toString());
    assertThat(JsonText.indented(tree)).isEqualTo(tree.toPrettyString());
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.recursive(JsonTextProperties::leaves, JsonTextProperties::branches, 0, 3);
  }

  private static Arbitrary<JsonNode> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.strings().map(NODES::textNode),
        Arbitraries.of("\"", "\\", "\u2028", "</script>", "é", "🙂").map(NODES::textNode),
        Arbitraries.integers().map(NODES::numberNode),
        Arbitraries.longs().map(number -> (JsonNode) NODES.numberNode(number)),
        Arbitraries.doubles().map(NODES::numberNode),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.just(NODES.nullNode()));
  }

  private static Arbitrary<JsonNode> branches(Arbitrary<JsonNode> inner) {
    Arbitrary<List<JsonNode>> several = inner.list().ofMaxSize(4);
    return Combinators.combine(several, Arbitraries.of(true, false))
        .as((nodes, named) -> named ? object(nodes) : array(nodes));
  }

  private static ObjectNode object(List<JsonNode> nodes) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < nodes.size(); i++) {
      object.set("name " + i, nodes.get(i));
    }
    return object;
  }

  private static ArrayNode array(List<JsonNode> nodes) {
    return NODES.arrayNode().addAll(nodes);
  }
}
