package dev.ingest.lambda;

import dev.ingest.aws.secret.SecretException;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.event.Notice;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.TableLoader;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.RunFiles;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.workbook.WorkbookException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with an object that has arrived, whatever kind of event told of it. */
final class Arrivals {

  private final Pipelines pipelines;
  private final Site site;
  private final Clock clock;
  private final @Nullable Supplier<String> runIds;

  /**
   * Where runs happen.
   *
   * @param results the form of the keys of what is written about runs, with {@code label}, {@code
   *     run} and {@code name}; null where nothing is
   * @param memory the function's size in MiB, or null where nobody says
   */
  record Site(
      Premises premises,
      Places places,
      TableLoader loader,
      @Nullable String results,
      @Nullable Integer memory) {}

  /** Prepares the runs of a function. */
  Arrivals(Pipelines pipelines, Site site) {
    this(pipelines, site, Clock.systemUTC(), null);
  }

  /**
   * Prepares the runs of a function.
   *
   * @param runIds null for those by which runs are usually told apart
   */
  Arrivals(Pipelines pipelines, Site site, Clock clock, @Nullable Supplier<String> runIds) {
    this.pipelines = pipelines;
    this.site = site;
    this.clock = clock;
    this.runIds = runIds;
  }

  /** Loads one object and returns what came of it; never throws. */
  Outcome ingest(Notice.Arrival arrival, InvocationTime time) {
    ObjectLocation at = arrival.at();
    Outcome stranger = stranger(at);
    if (stranger != null) {
      return stranger;
    }
    Pipeline<?> pipeline = pipelines.of(at.key());
    if (pipeline == null) {
      return unknown(at);
    }
    try {
      time.checkBeginning(at.toString());
      return run(arrival, pipeline, time);
    } catch (RuntimeException failure) {
      return outcome(at, time, failure);
    }
  }

  private Outcome unknown(ObjectLocation at) {
    return Outcome.unread(
        at,
        Verdict.REFUSED,
        "unknown key",
        "%s: expected a key like %s, found one that no pipeline takes; put the file where one looks for it"
            .formatted(at, pipelines.forms()));
  }

  /** Returns what to say of an object that is no upload, or null if it may be one. */
  private @Nullable Outcome stranger(ObjectLocation at) {
    if (!site.premises().takesFrom(at.bucket())) {
      return ignored(
          at,
          "%s: expected an upload in %s, found another bucket; let the trigger leave it out"
              .formatted(at, String.join(" or ", site.premises().inputBuckets())));
    }
    if (at.bucket().equals(site.premises().outputBucket()) && pipelines.write(at.key())) {
      return ignored(
          at,
          "%s: expected an upload, found an object that has the form of our own output; let the trigger leave it out"
              .formatted(at));
    }
    return null;
  }

  private static Outcome ignored(ObjectLocation at, String why) {
    return Outcome.unread(at, Verdict.DONE, Outcome.IGNORED, why);
  }

  /** Nothing of a run outlives it: each has its stores, its budget and its recorder. */
  private <R> Outcome run(Notice.Arrival arrival, Pipeline<R> pipeline, InvocationTime time) {
    ObjectLocation at = arrival.at();
    Instant end = time.end(clock);
    ObjectStore uploads = site.places().uploads(end);
    if (OwnFiles.isNamedLikeOne(at.key()) && MarkedStore.marks(uploads.facts(at))) {
      return ignored(
          at,
          "%s: expected an upload, found an object that a run has written, by its metadata; correct it and send it anew"
              .formatted(at));
    }
    Budget budget = Budget.now(site.memory(), pipeline.limits());
    Upload upload =
        new Upload(at.key(), new StoredWorkbook(uploads, at, budget, time), at.version())
            .from(at.bucket(), arrival.sequencer());
    ObjectStore outputs = new MarkedStore(site.places().outputs(end));
    Ingestion<R> ingestion =
        Ingestion.loading(
                pipeline.withLimits(budget.limits()),
                new TimedStore(outputs, time),
                site.premises().outputBucket(),
                site.loader())
            .withLoadOptions(LoadOptions.defaults().withLimit(time));
    return Outcome.of(at, recorded(ingestion, pipeline, outputs, at).run(upload));
  }

  /**
   * What is written about a run is not timed as the run is: it comes after the commit, and a
   * failure there is a warning.
   */
  private <R> Ingestion<R> recorded(
      Ingestion<R> ingestion, Pipeline<R> pipeline, ObjectStore outputs, ObjectLocation at) {
    Ingestion<R> identified = runIds == null ? ingestion : ingestion.withRunIds(runIds);
    String results = site.results();
    if (results == null) {
      return identified;
    }
    String label = pipeline.uploadKey().match(at.key()).orElseThrow().get("label");
    return identified.withRecorder(
        RunFiles.in(outputs, site.premises().outputBucket())
            .withKeys(results, Map.of("label", label == null ? pipeline.name() : label)));
  }

  /**
   * One that has been replaced since its event is left alone: the newer has an event of its own,
   * and another try would not help.
   */
  private static Outcome outcome(ObjectLocation at, InvocationTime time, RuntimeException failure) {
    if (failure instanceof StoreException store
        && store.reason() == StoreException.Reason.REPLACED) {
      return Outcome.unread(at, Verdict.DONE, "superseded", FunctionFailure.message(failure));
    }
    boolean mayPass = mayPass(failure);
    boolean late = mayPass && time.isOver() || isOfTime(failure);
    return Outcome.failed(
        at,
        mayPass || late ? Verdict.RETRY : Verdict.FAILED,
        late ? "out of time" : "failed",
        failure);
  }

  private static boolean isOfTime(RuntimeException failure) {
    return failure instanceof OutOfTimeException
        || failure instanceof LoadException load
            && load.reason() == LoadException.Reason.OUT_OF_TIME;
  }

  private static boolean mayPass(RuntimeException failure) {
    if (failure instanceof StoreException store) {
      return store.reason() == StoreException.Reason.UNAVAILABLE;
    } else if (failure instanceof LoadException load) {
      return load.reason().mayPass();
    } else if (failure instanceof WorkbookException workbook) {
      return workbook.reason() == WorkbookException.Reason.UNREADABLE;
    }
    return failure instanceof SecretException;
  }
}
