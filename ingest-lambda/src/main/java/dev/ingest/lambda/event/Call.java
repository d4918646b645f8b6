package dev.ingest.lambda.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.store.ObjectLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people, programs and state machines send: an object as {@code {"bucket": …, "key": …}}
 * or as {@code "s3://bucket/key"}, or a list of these, bare or as the {@code Items} of a
 * Distributed Map. Names may be written as listings of S3 write them ({@code Key}), and {@code
 * BatchInput} may name the bucket for all. Keys are not encoded.
 */
final class Call {

  private static final String HINT =
      "send {\"bucket\": \"…\", \"key\": \"…\"} or \"s3://bucket/key\"";
  private static final String ITEMS = "Items";

  private Call() {}

  static boolean isOne(Part event) {
    JsonNode node = event.node();
    return node.isArray() || node.path(ITEMS).isArray() || isObject(node) || isUri(node);
  }

  private static boolean isObject(JsonNode node) {
    return node.has("bucket") && node.has("key") || node.has("Bucket") && node.has("Key");
  }

  private static boolean isUri(JsonNode node) {
    return node.isTextual() && ObjectLocation.isUri(node.textValue());
  }

  /** Returns a notice for each object; a list without objects says nothing. */
  static List<Notice> read(Part event) {
    JsonNode node = event.node();
    JsonNode list = node.isArray() ? node : node.path(ITEMS);
    if (!list.isArray()) {
      return List.of(notice(event.hinting(HINT), null));
    }
    String name =
        event.path() + (node.isArray() ? "" : event.path().isEmpty() ? ITEMS : "." + ITEMS);
    String bucket = event.part("BatchInput").first("bucket", "Bucket");
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      notices.add(notice(new Part(name + "[" + i + "]", list.get(i), HINT), bucket));
    }
    return notices.isEmpty() ? List.of(new Notice.NoUpload("a list without objects")) : notices;
  }

  private static Notice notice(Part item, @Nullable String bucketOfAll) {
    try {
      return item.node().isTextual() ? uri(item) : object(item, bucketOfAll);
    } catch (MalformedException malformed) {
      return malformed.notice();
    }
  }

  private static Notice uri(Part item) throws MalformedException {
    String uri = item.node().textValue();
    int slash = uri.indexOf('/', "s3://".length());
    if (!ObjectLocation.isUri(uri) || slash < 0) {
      throw new MalformedException(
          "event: %sexpected s3://bucket/key, found \"%s\"; %s"
              .formatted(item.path().isEmpty() ? "" : item.path() + ": ", uri, HINT));
    }
    return new ObjectFields(
            item,
            uri.substring("s3://".length(), slash),
            uri.substring(slash + 1),
            null,
            null,
            null)
        .notice();
  }

  private static Notice object(Part item, @Nullable String bucketOfAll) throws MalformedException {
    String own = item.first("bucket", "Bucket");
    String bucket = own == null ? bucketOfAll : own;
    String key = item.first("key", "Key");
    if (bucket == null) {
      throw item.refused("bucket", "text", null);
    }
    if (key == null) {
      throw item.refused("key", "text", null);
    }
    return new ObjectFields(
            item,
            bucket,
            key,
            item.first("versionId", "VersionId"),
            item.first("eTag", "etag", "ETag", "Etag"),
            item.optional("sequencer"))
        .notice();
  }
}
