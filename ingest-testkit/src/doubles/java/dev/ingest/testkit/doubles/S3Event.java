package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.HexFormat;

/**
 * An object came to be on a {@link S3Server}: what S3 would send a notification of.
 *
 * @param name the event as S3 names it in a notification, such as {@code ObjectCreated:Put}
 * @param bucket the bucket
 * @param key the object's key as it is, not form-encoded as in a notification
 * @param entityTag the ETag without its quotation marks
 * @param size the number of bytes
 * @param sequence the number of the event on its server, from 1: a later one is greater
 */
public record S3Event(
    String name, String bucket, String key, String entityTag, long size, long sequence) {

  private static final String REGION = "eu-west-1";

  /** The server has no clock that anybody should rely on. */
  private static final String TIME = "2024-01-31T12:00:00.000Z";

  /**
   * The sequencer, which orders the events of one key.
   *
   * @return 16 digits of hexadecimal
   */
  public String sequencer() {
    return HexFormat.of().withUpperCase().toHexDigits(sequence);
  }

  /**
   * The notification as S3 sends it, with this record alone: the key is form-encoded, the time is
   * made up and always the same, and there is no version, for the server keeps none. Source: Amazon
   * S3 User Guide, "Event message structure".
   *
   * @return a JSON document
   */
  public String notification() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ObjectNode event = message.putArray("Records").addObject();
    event.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", REGION);
    event.put("eventTime", TIME).put("eventName", name);
    ObjectNode s3 = event.putObject("s3").put("s3SchemaVersion", "1.0");
    s3.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
    ObjectNode object = s3.putObject("object").put("key", encodedKey());
    object.put("size", size).put("eTag", entityTag).put("sequencer", sequencer());
    return message.toString();
  }

  /** As a form encodes it, but S3 leaves the slashes. */
  private String encodedKey() {
    return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
  }
}
