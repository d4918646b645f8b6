package dev.ingest.lambda;

import dev.ingest.aws.secret.SecretException;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.event.Notice;
import dev.ingest.load.LoadException;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;

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

  /** Loads one object and returns what came of it; never throws. */
  Outcome ingest(Notice.Arrival arrival, RunLog log) {
    ObjectLocation at = arrival.at();
    if (at.bucket().equals(outputBucket) && at.key().startsWith(OUTPUT)) {
      return log.ended(
          Outcome.unread(
              at,
              Verdict.DONE,
              "ignored",
              "%s: expected an upload, found an object under %s in the output bucket, which is our own; let the trigger leave it out"
                  .formatted(at, OUTPUT)));
    }
    try {
      Upload upload =
          new Upload(at.key(), new StoredWorkbook(store, at), at.version())
              .from(at.bucket(), arrival.sequencer());
      IngestReport report = ingestion.run(upload);
      return log.ended(report);
    } catch (RuntimeException failure) {
      return log.ended(outcome(at, failure));
    }
  }

  /**
   * One that has been replaced since its event is left alone: the newer has an event of its own,
   * and another try would not help.
   */
  private static Outcome outcome(ObjectLocation at, RuntimeException failure) {
    if (failure instanceof StoreException store
        && store.reason() == StoreException.Reason.REPLACED) {
      return Outcome.unread(at, Verdict.DONE, "superseded", failure.getMessage());
    }
    return Outcome.failed(at, mayPass(failure) ? Verdict.RETRY : Verdict.FAILED, failure);
  }

  private static boolean mayPass(RuntimeException failure) {
    if (failure instanceof StoreException store) {
      return store.reason() == StoreException.Reason.UNAVAILABLE;
    } else if (failure instanceof LoadException load) {
      return load.reason().mayPass() || load.reason() == LoadException.Reason.OUT_OF_TIME;
    }
    return failure instanceof SecretException || failure instanceof java.io.UncheckedIOException;
  }
}
