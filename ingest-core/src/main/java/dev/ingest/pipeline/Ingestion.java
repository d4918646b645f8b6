package dev.ingest.pipeline;

import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableLoader;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.RowReader;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
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

  private final Pipeline<R> pipeline;
  private final ObjectStore store;
  private final String bucket;
  private final @Nullable TableLoader loader;
  private final RejectBudget budget;
  private final Supplier<String> runIds;
  private final ReadOptions options;

  private Ingestion(
      Pipeline<R> pipeline,
      ObjectStore store,
      String bucket,
      @Nullable TableLoader loader,
      RejectBudget budget,
      Supplier<String> runIds,
      ReadOptions options) {
    this.pipeline = pipeline;
    this.store = store;
    this.bucket = bucket;
    this.loader = loader;
    this.budget = budget;
    this.runIds = runIds;
    this.options = options;
  }

  /**
   * Makes an ingestion that writes and loads. Any rejected row refuses the file.
   *
   * @param bucket where the output goes
   */
  public static <R> Ingestion<R> loading(
      Pipeline<R> pipeline, ObjectStore store, String bucket, TableLoader loader) {
    return new Ingestion<>(
        pipeline,
        store,
        bucket,
        loader,
        RejectBudget.none(),
        RunIds.byTime(),
        ReadOptions.defaults());
  }

  /** Makes an ingestion that writes and does not load. Rejected rows are reported and left out. */
  public static <R> Ingestion<R> converting(
      Pipeline<R> pipeline, ObjectStore store, String bucket) {
    return new Ingestion<>(
        pipeline,
        store,
        bucket,
        null,
        RejectBudget.unlimited(),
        RunIds.byTime(),
        ReadOptions.defaults());
  }

  /** Returns this ingestion with another budget for rejected rows. */
  public Ingestion<R> withRejectBudget(RejectBudget other) {
    return new Ingestion<>(pipeline, store, bucket, loader, other, runIds, options);
  }

  /** Returns this ingestion with another source of run ids, which must never repeat. */
  public Ingestion<R> withRunIds(Supplier<String> other) {
    return new Ingestion<>(pipeline, store, bucket, loader, budget, other, options);
  }

  /**
   * Returns this ingestion with options of reading, such as a password; the limits are always those
   * of the pipeline.
   */
  public Ingestion<R> withReadOptions(ReadOptions other) {
    return new Ingestion<>(pipeline, store, bucket, loader, budget, runIds, other);
  }

  /**
   * Runs the pipeline on one workbook.
   *
   * @throws WorkbookException if its bytes cannot be read at all
   * @throws dev.ingest.store.StoreException if the output cannot be written
   * @throws dev.ingest.load.LoadException if the load fails; the table is as it was
   */
  public IngestReport run(Upload upload) {
    ReportDraft<R> draft = new ReportDraft<>(runIds.get(), pipeline, upload);
    try {
      Map<String, String> parts = new HashMap<>(partsOf(upload.key()));
      parts.put("run", draft.run());
      return run(upload, draft, parts);
    } catch (RefusedFileException refused) {
      return draft.refused(refused.problems());
    } catch (WorkbookException refused) {
      if (refused.reason() == WorkbookException.Reason.UNREADABLE) {
        throw refused;
      }
      return draft.refused(
          List.of(
              Problem.ofFile(
                  ProblemCode.FILE_UNREADABLE, String.valueOf(refused.getMessage()), "")));
    }
  }

  private IngestReport run(Upload upload, ReportDraft<R> draft, Map<String, String> parts) {
    try (Workbook workbook =
        Workbook.open(upload.source(), options.withLimits(pipeline.limits()))) {
      Sheet sheet = workbook.sheet(pipeline.sheet());
      draft.sheet(sheet.name());
      if (sheet.range().isPresent()) {
        draft.range(sheet.range().get());
      }
      try (RowReader<R> reader = RowReader.open(sheet, pipeline.schema(), pipeline.filters())) {
        RowCopy<R> copy =
            new RowCopy<>(pipeline, reader, workbook.dateSystem(), budget, loader != null);
        draft.reading(reader, copy.accounting());
        copy.readFirst();
        for (Map.Entry<String, Object> anchor : reader.anchors().entrySet()) {
          parts.put(anchor.getKey(), anchor.getValue().toString());
        }
        ObjectLocation at = new ObjectLocation(bucket, pipeline.outputKey().fill(parts));
        long bytes = store.write(at, pipeline.format().contentType(), copy);
        draft.written(store.display(at), bytes);
        return load(at, copy, draft);
      }
    }
  }

  private IngestReport load(ObjectLocation at, RowCopy<R> copy, ReportDraft<R> draft) {
    if (loader == null) {
      return draft.converted();
    }
    LoadRequest request =
        new LoadRequest(
            pipeline.plan(),
            pipeline.schema(),
            at,
            pipeline.format(),
            copy.accounting().scope(),
            copy.accounting().accepted());
    LoadResult result = loader.load(request);
    return draft.loaded(request, result);
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
