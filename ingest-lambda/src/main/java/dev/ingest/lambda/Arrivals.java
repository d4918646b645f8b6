package dev.ingest.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportJson;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

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

  /**
   * Loads one object and returns what came of it, as a JSON object. One that has been replaced
   * since its event is left alone: the newer has an event of its own, and another try would not
   * help.
   */
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
    } catch (StoreException failure) {
      if (failure.reason() == Reason.REPLACED) {
        log.superseded();
        return unread(at, RunLog.SUPERSEDED, failure.getMessage());
      }
      log.failed(failure);
      throw failure;
    } catch (RuntimeException failure) {
      log.failed(failure);
      throw failure;
    }
  }

  private static String ignored(ObjectLocation at) {
    return unread(
        at,
        RunLog.IGNORED,
        "%s: expected an upload, found an object under %s in the output bucket, which is our own; let the trigger leave it out"
            .formatted(at, OUTPUT));
  }

  private static String unread(ObjectLocation at, String outcome, @Nullable String message) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("outcome", outcome);
    result.put("file", at.toString());
    result.put("key", at.key());
    result.put("message", message);
    return result.toString();
  }
}
