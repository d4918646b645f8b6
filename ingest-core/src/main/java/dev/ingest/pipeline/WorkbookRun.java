package dev.ingest.pipeline;

import dev.ingest.load.TableLoader;
import dev.ingest.problem.Note;
import dev.ingest.problem.NoteCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowReader;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run over one workbook: what the ledger knows of it, or its rows to where they belong. */
final class WorkbookRun<R> {

  private final Pipeline<R> pipeline;
  private final ObjectStore store;
  private final String bucket;
  private final RunSettings settings;
  private final ReportDraft<R> draft;
  private final Map<String, String> parts;
  private final ProblemSink sink;

  /**
   * Prepares a run.
   *
   * @param parts those of the upload's key, and the run; the first row adds to them
   */
  WorkbookRun(
      Pipeline<R> pipeline,
      ObjectStore store,
      String bucket,
      RunSettings settings,
      ReportDraft<R> draft,
      Map<String, String> parts,
      ProblemSink sink) {
    this.pipeline = pipeline;
    this.store = store;
    this.bucket = bucket;
    this.settings = settings;
    this.draft = draft;
    this.parts = parts;
    this.sink = sink;
  }

  /**
   * Runs. The bytes are read twice where their hash is wanted, and not at all where the ledger
   * knows the upload without them.
   *
   * @param loader loads the rows, or null where they are only written
   */
  IngestReport run(Upload upload, @Nullable TableLoader loader) {
    try (KeptSource kept = new KeptSource(upload.source())) {
      draft.source(kept);
      if (loader == null) {
        return opened(kept, null);
      }
      Loading<R> loading =
          new Loading<>(pipeline, loader, settings.loading(), draft, upload.withSource(kept));
      Optional<IngestReport> known = loading.knownUnopened();
      return known.isPresent() ? known.get() : opened(kept, loading);
    }
  }

  private IngestReport opened(KeptSource source, @Nullable Loading<R> loading) {
    try (Workbook workbook = Workbook.open(source, settings.reading(pipeline))) {
      Optional<IngestReport> known = loading == null ? Optional.empty() : loading.knownOpened();
      return known.isPresent() ? known.get() : read(workbook, loading);
    }
  }

  private IngestReport read(Workbook workbook, @Nullable Loading<R> loading) {
    Replay<R> replay = Replay.of(workbook, pipeline, settings.onlyCorrected());
    if (replay.warning().isPresent()) {
      draft.note(Note.of(NoteCode.EARLIER_ROUND, replay.warning().get()));
    }
    Sheet sheet = replay.workbook().sheet(replay.pipeline().sheet());
    draft.sheet(sheet.name());
    if (sheet.range().isPresent()) {
      draft.range(sheet.range().get());
    }
    return read(sheet, replay, loading);
  }

  private IngestReport read(Sheet sheet, Replay<R> replay, @Nullable Loading<R> loading) {
    Pipeline<R> described = replay.pipeline();
    List<RowFilter<R>> filters = filters(described);
    try (RowReader<R> reader = reader(sheet, described, filters)) {
      Findings findings = new Findings(reader.header(), settings.hiding(pipeline), sink);
      RowCopy<R> copy =
          new RowCopy<>(
              described,
              reader,
              replay.workbook().dateSystem(),
              settings.budget(),
              loading != null,
              findings);
      draft.reading(reader, copy.accounting());
      copy.readFirst();
      ObjectLocation at = output(reader);
      return loading == null
          ? converted(at, copy)
          : loading.run(store, at, copy, new RefusedCells<>(sheet, described, filters, findings));
    }
  }

  /** A header that is refused is looked at again, so that the report says what it is. */
  private RowReader<R> reader(Sheet sheet, Pipeline<R> described, List<RowFilter<R>> filters) {
    try {
      return RowReader.open(sheet, described.schema(), filters, described.rules());
    } catch (RefusedFileException refused) {
      try {
        draft.header(HeaderReport.of(sheet, described.schema()));
      } catch (WorkbookException unreadable) {
        refused.addSuppressed(unreadable); // the refusal says what matters
      }
      throw refused;
    }
  }

  private ObjectLocation output(RowReader<R> reader) {
    for (Map.Entry<String, Object> anchor : reader.anchors().entrySet()) {
      parts.put(anchor.getKey(), anchor.getValue().toString());
    }
    return new ObjectLocation(bucket, pipeline.outputKey().fill(parts));
  }

  private IngestReport converted(ObjectLocation at, RowCopy<R> copy) {
    long bytes = store.write(at, pipeline.format().contentType(), copy);
    draft.written(store.display(at), bytes);
    return draft.converted();
  }

  private List<RowFilter<R>> filters(Pipeline<R> described) {
    List<RowFilter<R>> filters = new ArrayList<>();
    for (RowFilter<R> filter : described.filters()) {
      filters.add(
          filter instanceof RowFilter.SameAsKey<R> same
              ? same.of(Objects.requireNonNull(parts.get(same.part())))
              : filter);
    }
    return filters;
  }
}
