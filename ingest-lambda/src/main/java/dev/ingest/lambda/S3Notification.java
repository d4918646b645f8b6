package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.store.ObjectLocation;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what S3 sends to a function when objects appear, in any version 2.x of its structure.
 * Fields that are not needed may be missing, of any type or new.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>
 */
final class S3Notification {

  /**
   * An object that appeared.
   *
   * @param sequencer what orders the events about it, or null where the event has none that does
   */
  record Arrival(ObjectLocation at, @Nullable String sequencer) {}

  private S3Notification() {}

  /**
   * Returns the objects that appeared, in the order of the records: by their version where the
   * bucket keeps versions, else by their ETag. Events of other kinds, such as {@code
   * ObjectRemoved}, and the test event that S3 sends when notifications are set up, name none.
   *
   * @throws IllegalArgumentException if it is no such event; the message names the field
   */
  static List<Arrival> created(JsonNode event) {
    if (event.path("Event").asText().equals("s3:TestEvent")) {
      return List.of();
    }
    JsonNode records = event.path("Records");
    if (!records.isArray()) {
      throw refused("Records", "the records of an S3 notification", null);
    }
    List<Arrival> created = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      Fields fields = new Fields("Records[" + i + "]", records.get(i));
      checkKind(fields);
      if (fields.text("eventName").startsWith("ObjectCreated:")) {
        created.add(new Arrival(location(fields), sequencer(fields)));
      }
    }
    return created;
  }

  private static void checkKind(Fields fields) {
    String source = fields.text("eventSource");
    if (!source.equals("aws:s3")) {
      throw refused(fields.path("eventSource"), "\"aws:s3\"", source);
    }
    String version = fields.optionalText("eventVersion");
    if (version != null && !version.startsWith("2.")) {
      throw refused(fields.path("eventVersion"), "2.x", version);
    }
  }

  private static ObjectLocation location(Fields fields) {
    String bucket = fields.text("s3.bucket.name");
    String key = decoded(fields.path("s3.object.key"), fields.text("s3.object.key"));
    try {
      String version = fields.optionalText("s3.object.versionId");
      String tag = fields.optionalText("s3.object.eTag");
      ObjectLocation at = new ObjectLocation(bucket, key, version);
      return version != null || tag == null ? at : at.withEntityTag(tag);
    } catch (IllegalArgumentException impossible) {
      throw new IllegalArgumentException(
          "event: %s: %s".formatted(fields.path("s3"), impossible.getMessage()), impossible);
    }
  }

  private static @Nullable String sequencer(Fields fields) {
    String sequencer = fields.optionalText("s3.object.sequencer");
    return sequencer != null && sequencer.matches("[0-9A-Fa-f]+") ? sequencer : null;
  }

  /** S3 encodes keys in notifications as HTML forms do: a space becomes a plus sign. */
  private static String decoded(String path, String key) {
    try {
      return URLDecoder.decode(key, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      throw refused(path, "a form-encoded key", key);
    }
  }

  private static IllegalArgumentException refused(
      String path, String expected, @Nullable String found) {
    return new IllegalArgumentException(
        "event: %s: expected %s, found %s; let the bucket's notifications come here as S3 sends them"
            .formatted(path, expected, found == null ? "none" : '"' + found + '"'));
  }

  /** The fields of one record, by their paths. */
  private record Fields(String root, JsonNode record) {

    String path(String field) {
      return root + "." + field;
    }

    String text(String field) {
      String text = optionalText(field);
      if (text == null) {
        throw refused(path(field), "text", null);
      }
      return text;
    }

    @Nullable String optionalText(String field) {
      JsonNode node = record.at("/" + field.replace('.', '/'));
      return node.isTextual() && !node.asText().isEmpty() ? node.asText() : null;
    }
  }
}
