package dev.ingest.lambda.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.lambda.Events;
import dev.ingest.lambda.event.Notice.Arrival;
import dev.ingest.store.ObjectLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Statements about all events. */
class EventProperties {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Names that mean something, so that trees of them come near to events. */
  private static final String[] NAMES = {
    "Records",
    "eventSource",
    "EventSource",
    "eventName",
    "eventVersion",
    "s3",
    "bucket",
    "object",
    "name",
    "key",
    "body",
    "messageId",
    "Sns",
    "Message",
    "Type",
    "Event",
    "source",
    "detail-type",
    "detail",
    "tasks",
    "taskId",
    "s3Key",
    "s3BucketArn",
    "Items",
    "BatchInput",
    "Bucket",
    "Key"
  };

  private static final String[] TEXTS = {
    "", "aws:s3", "aws:sqs", "aws:sns", "aws.s3", "Object Created", "ObjectCreated:Put", "2.1",
    "Notification", "s3:TestEvent", "inbox", "a+b.xlsx", "%", "{}", "[", "{\"Records\": [{}]}",
    "s3://inbox/a", "s3://", "😀"
  };

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyTreeIsReadAndNothingIsThrown(@ForAll("trees") JsonNode tree) {
    Event event = EventReader.read(tree);

    assertThat(event.messages()).allMatch(message -> !message.notices().isEmpty());
    assertThat(event.job() == null).isEqualTo(event.door() != Door.BATCH_OPERATIONS);
  }

  /** Whatever is done to one record of three, there are three notices, and the others stand. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void eachRecordIsAccountedFor(
      @ForAll("doors") String door, @ForAll("trees") JsonNode other, @ForAll int which)
      throws Exception {
    JsonNode event = JSON.readTree(of(door, "a", "b", "c"));
    int index = Math.floorMod(which, 3);
    ArrayNode records = (ArrayNode) event.path(array(door));
    boolean first = index == 0 && door.equals("sqs"); // the first record tells which door it is
    if (!first) {
      records.set(index, other);
    }

    List<Notice> notices = notices(EventReader.read(event));

    assertThat(notices.size()).isGreaterThanOrEqualTo(3);
    for (int i = 0; i < 3; i++) {
      if (first || i != index) {
        String key = List.of("a", "b", "c").get(i);
        assertThat(keys(notices)).contains(key);
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aKeyComesThroughEachDoorAsItIs(@ForAll("doors") String door, @ForAll("keys") String key)
      throws Exception {
    assertThat(keys(notices(EventReader.read(JSON.readTree(of(door, key)))))).containsExactly(key);
  }

  /**
   * Written from the rule: letters, digits and four marks stay, a space is a plus, the rest UTF-8.
   */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void decodingUndoesEncoding(@ForAll("keys") String key) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : key.getBytes(UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || ".-*_/".indexOf(c) >= 0;
      encoded.append(plain ? String.valueOf(c) : c == ' ' ? "+" : String.format("%%%02X", (int) c));
    }

    assertThat(KeyDecoding.decode(encoded.toString())).isEqualTo(key);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void decodingNeverThrows(@ForAll String text) {
    String key = KeyDecoding.decode(text);

    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      assertThat(key).isEqualTo(text);
    }
  }

  @Provide
  Arbitrary<String> doors() {
    return Arbitraries.of("s3", "sqs", "batch", "items");
  }

  /** Keys that S3 takes: all that Unicode has, but no folder. */
  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings()
        .withChars("ab/ +%&=?#ü日'\"\\.".toCharArray())
        .withCharRange(' ', 'ÿ')
        .ofMinLength(1)
        .ofMaxLength(40)
        .map(key -> key.replace('\u007f', 'x') + "😀.xlsx");
  }

  /** As deep as a key stands in a record of S3. */
  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.recursive(EventProperties::leaves, EventProperties::branches, 0, 5);
  }

  private static Arbitrary<JsonNode> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.of(TEXTS).map(NODES::textNode),
        Arbitraries.of(Events.created("inbox", "a"), Events.items("inbox", "a"))
            .map(NODES::textNode),
        Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.numberNode(7)));
  }

  private static Arbitrary<JsonNode> branches(Arbitrary<JsonNode> inner) {
    return Arbitraries.oneOf(
        inner.list().ofMaxSize(2).map(EventProperties::array),
        Arbitraries.maps(Arbitraries.of(NAMES), inner).ofMaxSize(3).map(EventProperties::object));
  }

  private static JsonNode array(List<JsonNode> elements) {
    ArrayNode array = NODES.arrayNode();
    array.addAll(elements);
    return array;
  }

  private static JsonNode object(Map<String, JsonNode> fields) {
    ObjectNode object = NODES.objectNode();
    object.setAll(fields);
    return object;
  }

  private static String of(String door, String... keys) {
    return switch (door) {
      case "s3" -> Events.created("inbox", keys);
      case "sqs" -> Events.queue(bodies(keys));
      case "batch" -> Events.batch("inbox", keys);
      default -> Events.items("inbox", keys);
    };
  }

  private static String[] bodies(String... keys) {
    List<String> bodies = new ArrayList<>();
    for (String key : keys) {
      bodies.add(Events.notification(Events.bridge("Object Created", "inbox", key)));
    }
    return bodies.toArray(String[]::new);
  }

  private static String array(String door) {
    return switch (door) {
      case "batch" -> "tasks";
      case "items" -> "Items";
      default -> "Records";
    };
  }

  private static List<Notice> notices(Event event) {
    List<Notice> notices = new ArrayList<>();
    event.messages().forEach(message -> notices.addAll(message.notices()));
    return notices;
  }

  private static List<String> keys(List<Notice> notices) {
    return notices.stream()
        .filter(Arrival.class::isInstance)
        .map(notice -> ((Arrival) notice).at())
        .map(ObjectLocation::key)
        .toList();
  }
}
