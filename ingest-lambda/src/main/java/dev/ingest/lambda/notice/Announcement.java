package dev.ingest.lambda.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.store.ObjectLocation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, for those who did not see it. What cells hold is not in it.
 *
 * @param outcome one word or two, such as {@code refused}
 * @param at the upload
 * @param report of the run, or null where there was none, or it failed
 * @param message why, or null where the report says it
 * @param page where the report for people is: a URI or a path; null if there is none
 */
public record Announcement(
    String outcome,
    ObjectLocation at,
    @Nullable IngestReport report,
    @Nullable String message,
    @Nullable String page) {

  /** Returns it as one JSON object. */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", outcome);
    json.put("bucket", at.bucket());
    json.put("key", at.key());
    if (report != null) {
      json.put("pipeline", report.pipeline());
      json.put("run", report.run());
      json.put("accepted", report.rows().accepted());
      json.put("rejected", report.rows().rejected());
      json.put("problemCount", report.problemCount());
    }
    if (message != null) {
      json.put("message", message);
    }
    if (page != null) {
      json.put("report", page);
      if (ObjectLocation.isUri(page)) {
        json.put("link", link(ObjectLocation.parse(page)));
      }
    }
    return json.toString();
  }

  /** Whoever follows it must be let in by the console, as for anything else in the bucket. */
  private static String link(ObjectLocation page) {
    return "https://console.aws.amazon.com/s3/object/%s?prefix=%s"
        .formatted(page.bucket(), URLEncoder.encode(page.key(), StandardCharsets.UTF_8));
  }
}
