package dev.ingest.pipeline;

import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableLoader;
import dev.ingest.problem.Masking;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.problem.Severity;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.WorkbookException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a pipeline: reads the workbook, writes the kept rows to the store and loads them into the
 * table. A file with problems is refused: the report lists them all, nothing is loaded and nothing
 * deleted. Thread-safe as far as its store and loader are.
 *
 * @param <R> the rows' type
 */
public final class Ingestion<R> {

  /** Not a lambda, which would be linked at a cold start. */
  private static final ProblemSink UNHEARD =
      new ProblemSink() {
        @Override
        public void found(Problem shown, Problem whole) {
          // nobody listens; the report has it
        }
      };

  private final Pipeline<R> pipeline;
  private final ObjectStore store;
  private final String bucket;
  private final @Nullable TableLoader loader;
  private final RunSettings settings;

  private Ingestion(
      Pipeline<R> pipeline,
      ObjectStore store,
      String bucket,
      @Nullable TableLoader loader,
      RunSettings settings) {
    this.pipeline = pipeline;
    this.store = store;
    this.bucket = bucket;
    this.loader = loader;
    this.settings = settings;
  }

  /**
   * Makes an ingestion that writes and loads. Any rejected row refuses the file, unless the
   * pipeline says otherwise.
   *
   * @param bucket where the output goes
   */
  public static <R> Ingestion<R> loading(
      Pipeline<R> pipeline, ObjectStore store, String bucket, TableLoader loader) {
    return new Ingestion<>(
        pipeline, store, bucket, loader, settings(pipeline, RejectBudget.none()));
  }

  /**
   * Makes an ingestion that writes and does not load. Rejected rows are reported and left out,
   * unless the pipeline says how many may be.
   */
  public static <R> Ingestion<R> converting(
      Pipeline<R> pipeline, ObjectStore store, String bucket) {
    return new Ingestion<>(
        pipeline, store, bucket, null, settings(pipeline, RejectBudget.unlimited()));
  }

  private static RunSettings settings(Pipeline<?> pipeline, RejectBudget otherwise) {
    return RunSettings.of(pipeline.rejects() == null ? otherwise : pipeline.rejects());
  }

  /** Returns this ingestion with another budget for rejected rows, whatever the pipeline says. */
  public Ingestion<R> withRejectBudget(RejectBudget other) {
    return with(settings.withBudget(other));
  }

  /** Returns this ingestion with another source of run ids, which must never repeat. */
  public Ingestion<R> withRunIds(Supplier<String> other) {
    return with(settings.withRunIds(other));
  }

  /** Returns this ingestion with another clock, which says when runs begin; by default UTC's. */
  public Ingestion<R> withClock(Clock other) {
    return with(settings.withClock(other));
  }

  /**
   * Returns this ingestion with options of reading, such as a password; the limits are always those
   * of the pipeline.
   */
  public Ingestion<R> withReadOptions(ReadOptions other) {
    return with(settings.withOptions(other));
  }

  /**
   * Returns this ingestion with columns whose values no report and no reject shows, besides those
   * that the schema calls sensitive.
   */
  public Ingestion<R> withMasking(Masking masking) {
    return with(settings.withMasking(masking));
  }

  /**
   * Returns this ingestion with other options of its loads: guards, a time limit, a preview. What
   * these guards do not guard, those of the pipeline do.
   */
  public Ingestion<R> withLoadOptions(LoadOptions other) {
    return with(settings.withLoading(other));
  }

  /** Returns this ingestion with somebody who records its runs, such as in files. */
  public Ingestion<R> withRecorder(Recorder recorder) {
    return with(settings.withRecorder(recorder));
  }

  /**
   * Returns this ingestion for workbooks that were annotated in an earlier round, of which only the
   * rows are taken that were marked then, wherever they are now. The others were taken in that
   * round: they are counted as filtered, and a workbook of which none was taken is refused.
   *
   * @throws IllegalArgumentException if it loads by any other plan than an append, which would
   *     delete what the earlier round has loaded
   */
  public Ingestion<R> onlyCorrected() {
    if (loader != null && !(pipeline.plan() instanceof LoadPlan.Append)) {
      throw new IllegalArgumentException(
          "only corrected rows: expected a plan that appends, found %s, which would delete the rows of the earlier round; append, or load the whole workbook again"
              .formatted(pipeline.plan()));
    }
    return with(settings.withOnlyCorrected());
  }

  private Ingestion<R> with(RunSettings other) {
    return new Ingestion<>(pipeline, store, bucket, loader, other);
  }

  /**
   * Runs the pipeline on one workbook.
   *
   * @throws WorkbookException if its bytes cannot be read at all
   * @throws dev.ingest.store.StoreException if the output cannot be written
   * @throws dev.ingest.load.LoadException if the load fails; the table is as it was. Where the
   *     table refuses rows that are known, the file is refused instead, and the report has their
   *     cells
   */
  public IngestReport run(Upload upload) {
    String id = settings.runIds().get();
    Recorder recorder = settings.recorder();
    return recorder == null
        ? run(id, upload, UNHEARD)
        : recorder.record(
            new Recorder.Run(id, upload, settings.reading(pipeline), settings.onlyCorrected()),
            tape -> run(id, tape.upload(), tape.problems()));
  }

  private IngestReport run(String id, Upload upload, ProblemSink sink) {
    ReportDraft<R> draft =
        new ReportDraft<>(
            id, pipeline, upload, settings.hiding(pipeline).forRun(), settings.clock().instant());
    try {
      Map<String, String> parts = new HashMap<>(partsOf(upload.key()));
      parts.put("run", id);
      return new WorkbookRun<>(pipeline, store, bucket, settings, draft, parts, sink)
          .run(upload, loader);
    } catch (RefusedFileException refused) {
      return refused(refused.problems(), draft, sink);
    } catch (WorkbookException refused) {
      if (refused.reason() == WorkbookException.Reason.UNREADABLE) {
        throw refused;
      }
      Problem problem =
          Problem.ofFile(ProblemCode.FILE_UNREADABLE, String.valueOf(refused.getMessage()), "");
      return refused(List.of(problem), draft, sink);
    }
  }

  /** The problems of rows were told when they were found. */
  private IngestReport refused(List<Problem> problems, ReportDraft<R> draft, ProblemSink sink) {
    for (Problem problem : problems) {
      if (problem.severity() == Severity.FILE) {
        sink.found(problem, problem);
      }
    }
    return draft.refused(problems);
  }

  private Map<String, String> partsOf(String key) {
    Optional<Map<String, String>> parts = pipeline.uploadKey().match(key);
    if (parts.isEmpty()) {
      String found = "expected a key like %s, found \"%s\"".formatted(pipeline.uploadKey(), key);
      String hint = "put the file where the pipeline looks for it";
      throw new RefusedFileException(
          List.of(Problem.ofFile(ProblemCode.KEY_MISMATCH, found, hint)));
    }
    return parts.get();
  }
}
