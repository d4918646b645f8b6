package dev.ingest.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportJson;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;

/** What is done with an object that has arrived, whatever kind of event told of it. */
final class Arrivals {

  /** Where pipelines write: what arrives there in the output bucket is our own. */
  private static final String OUTPUT = "output/";

  private final Ingestion<?> ingestion;
  private final ObjectStore store;
  private final String outputBucket;

  Arrivals(Ingestion<?> ingestion, ObjectStore store, String outputBucket) {
    this.ingestion = ingestion;
    this.store = store;
    this.outputBucket = outputBucket;
  }

  /** Loads one object and returns what came of it, as a JSON object. */
  String ingest(S3Notification.Arrival arrival, RunLog log) {
    ObjectLocation at = arrival.at();
    if (at.bucket().equals(outputBucket) && at.key().startsWith(OUTPUT)) {
      log.ignored();
      return ignored(at);
    }
    try {
      Upload upload =
          new Upload(at.key(), new StoredWorkbook(store, at), at.version())
              .from(at.bucket(), arrival.sequencer());
      IngestReport report = ingestion.run(upload);
      log.ended(report);
      return ReportJson.of(report);
    } catch (RuntimeException failure) {
      log.failed(failure);
      throw failure;
    }
  }

  private static String ignored(ObjectLocation at) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("outcome", RunLog.IGNORED);
    result.put("file", at.toString());
    result.put("key", at.key());
    result.put(
        "message",
        "%s: expected an upload, found an object under %s in the output bucket, which is our own; let the trigger leave it out"
            .formatted(at, OUTPUT));
    return result.toString();
  }
}
