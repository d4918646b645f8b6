package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.stream.Stream;

/** Events as S3 sends them, cut down to what counts. */
final class Events {

  private Events() {}

  /** The event of objects that were put into one bucket. */
  static String created(String bucket, String... keys) {
    return Stream.of(keys)
        .map(key -> record(bucket, key))
        .collect(joining(", ", "{\"Records\": [", "]}"));
  }

  private static String record(String bucket, String key) {
    return """
    {"eventVersion": "2.6", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
     "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s"}}}"""
        .formatted(bucket, URLEncoder.encode(key, UTF_8));
  }
}
