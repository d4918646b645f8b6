package dev.ingest.pipeline;

import dev.ingest.load.BegunLoad;
import dev.ingest.load.Delivery;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TransactionalLoader;
import dev.ingest.problem.Note;
import dev.ingest.problem.NoteCode;
import dev.ingest.problem.Problem;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.WorkbookException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The half of a run that loads: the file into the store and into the table at once, or its refused
 * rows back into cells.
 */
final class Loading<R> {

  private final Pipeline<R> pipeline;
  private final TableLoader loader;
  private final LoadOptions options;
  private final ReportDraft<R> draft;
  private final Upload upload;
  private @Nullable Delivery delivery;

  Loading(
      Pipeline<R> pipeline,
      TableLoader loader,
      LoadOptions options,
      ReportDraft<R> draft,
      Upload upload) {
    this.pipeline = pipeline;
    this.loader = loader;
    this.options = options;
    this.draft = draft;
    this.upload = upload;
  }

  /**
   * Asks before the workbook is opened, where that is not needed to tell the upload from others.
   *
   * @return the report of a run that needs no row, since the ledger knows the upload
   */
  Optional<IngestReport> knownUnopened() {
    return upload.isTold() ? known() : Optional.empty();
  }

  /** Asks when the workbook is open, unless it was asked before. */
  Optional<IngestReport> knownOpened() {
    return upload.isTold() ? Optional.empty() : known();
  }

  /** Returns the report of a run that needs no row, since the ledger knows the upload. */
  private Optional<IngestReport> known() {
    Optional<LoadResult> answer = loader.known(pipeline.plan(), delivery(), options);
    return answer.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.known(pipeline.plan(), answer.get()));
  }

  /** What only the bytes tell is found out once. */
  private Delivery delivery() {
    Delivery told = delivery;
    if (told == null) {
      told = Identification.of(draft.run(), pipeline, upload);
      delivery = told;
    }
    return told;
  }

  /**
   * Writes a file and loads it.
   *
   * @throws RefusedFileException if the file is not worth it, or the table refuses rows that are
   *     known
   * @throws LoadException if the load fails otherwise
   */
  IngestReport run(ObjectStore store, ObjectLocation at, RowCopy<R> copy, RefusedCells<R> cells) {
    try (BegunLoad load =
        loader.begin(pipeline.plan(), pipeline.schema(), pipeline.format(), options)) {
      for (String warning : load.warnings()) {
        draft.note(Note.of(NoteCode.TABLE, warning));
      }
      long bytes =
          store.write(
              at,
              pipeline.format().contentType(),
              out -> copy.writeTo(new TwinOutputStream(out, load.rows())));
      draft.written(store.display(at), bytes);
      LoadRequest request = request(at, copy);
      return draft.loaded(request, ended(load, request, copy, cells));
    }
  }

  private LoadResult ended(
      BegunLoad load, LoadRequest request, RowCopy<R> copy, RefusedCells<R> cells) {
    try {
      return load.end(request);
    } catch (LoadException failure) {
      throw refusal(failure, copy, cells);
    }
  }

  private LoadRequest request(ObjectLocation at, RowCopy<R> copy) {
    return new LoadRequest(
            pipeline.plan(),
            pipeline.schema(),
            at,
            pipeline.format(),
            copy.accounting().scope(),
            copy.accounting().accepted())
        .withIdentity(
            new LoadIdentity(Identification.opened(delivery(), upload), copy.fingerprint()))
        .withOptions(options);
  }

  private RuntimeException refusal(LoadException failure, RowCopy<R> copy, RefusedCells<R> cells) {
    List<RefusedRow> rows = failure.refused();
    List<Problem> problems = rows.isEmpty() ? List.of() : found(rows, failure, cells);
    if (problems.isEmpty()) {
      return failure;
    }
    if (rows.size() >= TransactionalLoader.MOST_REFUSED) {
      draft.note(
          Note.of(
              NoteCode.MORE_REFUSED,
              rows.size(),
              "the table was asked for the first %s rows that it refuses; there may be more"
                  .formatted(rows.size())));
    }
    copy.accounting().refusedByTable(problems);
    return new RefusedFileException(copy.accounting().problems());
  }

  /** A limit may be passed by reading twice; that must not hide why it was done. */
  private static <R> List<Problem> found(
      List<RefusedRow> rows, LoadException failure, RefusedCells<R> cells) {
    try {
      return cells.find(rows);
    } catch (WorkbookException | RefusedFileException unread) {
      failure.addSuppressed(unread);
      return List.of();
    }
  }
}
