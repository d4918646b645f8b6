package dev.ingest.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what S3 sends when objects appear, in any version 2.x of its structure.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>
 */
final class S3Records {

  static final String SOURCE = "aws:s3";

  private static final String HINT = "let the bucket's notifications come here as S3 sends them";
  private static final String CREATED = "ObjectCreated:";

  private S3Records() {}

  /** S3 sends it once, when notifications are set up; it names no object. */
  static boolean isTest(Part event) {
    return event.says("Event", "s3:TestEvent");
  }

  /** Returns a notice for each record; a notification without records is one that says nothing. */
  static List<Notice> read(Part event) {
    if (isTest(event)) {
      return List.of(new Notice.NoUpload("s3:TestEvent"));
    }
    JsonNode records = event.node().path("Records");
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      notices.add(notice(event.element("Records", i).hinting(HINT)));
    }
    return notices.isEmpty()
        ? List.of(new Notice.NoUpload("a notification without records"))
        : notices;
  }

  private static Notice notice(Part record) {
    try {
      checkKind(record);
      String name = record.text("eventName");
      return name.startsWith(CREATED) ? object(record) : new Notice.NoUpload(other(name, record));
    } catch (MalformedException malformed) {
      return malformed.notice();
    }
  }

  private static void checkKind(Part record) throws MalformedException {
    String source = record.text("eventSource");
    if (!source.equals(SOURCE)) {
      throw record.refused("eventSource", "\"" + SOURCE + "\"", source);
    }
    String version = record.optional("eventVersion");
    if (version != null && !version.startsWith("2.")) {
      throw record.refused("eventVersion", "2.x", version);
    }
  }

  private static Notice object(Part record) throws MalformedException {
    Part s3 = record.part("s3");
    Part object = s3.part("object");
    String bucket = s3.part("bucket").text("name");
    String encoded = object.text("key");
    String key = KeyDecoding.decode(encoded);
    if (key == null) {
      throw object.refused("key", "a form-encoded key", encoded);
    }
    return new ObjectFields(
            s3,
            bucket,
            key,
            object.optional("versionId"),
            object.optional("eTag"),
            object.optional("sequencer"))
        .notice();
  }

  private static String other(String name, Part record) {
    Part s3 = record.part("s3");
    String bucket = s3.part("bucket").optional("name");
    String encoded = s3.part("object").optional("key");
    @Nullable String key = encoded == null ? null : KeyDecoding.decode(encoded);
    return bucket == null || key == null ? name : "%s s3://%s/%s".formatted(name, bucket, key);
  }
}
