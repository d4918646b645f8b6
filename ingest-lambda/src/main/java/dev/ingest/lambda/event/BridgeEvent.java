package dev.ingest.lambda.event;

import java.util.List;

/**
 * Reads what S3 tells EventBridge. Keys are not encoded there.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge
 *     event message structure</a>
 */
final class BridgeEvent {

  private static final String HINT = "let the rule hand on S3's events as they are";

  private BridgeEvent() {}

  /** Every event of EventBridge has these two, whatever it tells. */
  static boolean isOne(Part event) {
    return event.optional("source") != null && event.optional("detail-type") != null;
  }

  static List<Notice> read(Part event) {
    try {
      return List.of(notice(event.hinting(HINT)));
    } catch (MalformedException malformed) {
      return List.of(malformed.notice());
    }
  }

  private static Notice notice(Part event) throws MalformedException {
    String source = event.text("source");
    if (!source.equals("aws.s3")) {
      throw event.refused("source", "\"aws.s3\"", source);
    }
    Part detail = event.part("detail");
    Part object = detail.part("object");
    String kind = event.text("detail-type");
    if (!kind.equals("Object Created")) {
      return new Notice.NoUpload(other(kind, detail));
    }
    return new ObjectFields(
            detail,
            detail.part("bucket").text("name"),
            object.text("key"),
            object.optional("version-id"),
            object.optional("etag"),
            object.optional("sequencer"))
        .notice();
  }

  private static String other(String kind, Part detail) {
    String bucket = detail.part("bucket").optional("name");
    String key = detail.part("object").optional("key");
    return bucket == null || key == null ? kind : "%s s3://%s/%s".formatted(kind, bucket, key);
  }
}
