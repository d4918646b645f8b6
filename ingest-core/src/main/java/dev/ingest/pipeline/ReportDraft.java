package dev.ingest.pipeline;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.problem.Masking;
import dev.ingest.problem.Note;
import dev.ingest.problem.NoteCode;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.Severity;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.RowReader;
import dev.ingest.workbook.CellRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers a report while a run goes on, so that a refused one tells as much as is known. */
final class ReportDraft<R> {

  private final String run;
  private final Pipeline<R> pipeline;
  private final Upload upload;
  private final Masking masking;
  private final Instant startedAt;
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private final List<Note> known = new ArrayList<>();
  private long stepStart = System.nanoTime();
  private @Nullable KeptSource source;
  private @Nullable String sheet;
  private @Nullable CellRange range;
  private @Nullable RowReader<R> reader;
  private @Nullable HeaderReport refusedHeader;
  private @Nullable Accounting<R> accounting;
  private IngestReport.@Nullable Output output;
  private IngestReport.@Nullable Load load;

  ReportDraft(String run, Pipeline<R> pipeline, Upload upload, Masking masking, Instant startedAt) {
    this.run = run;
    this.pipeline = pipeline;
    this.upload = upload;
    this.masking = masking;
    this.startedAt = startedAt;
  }

  /** Takes where the bytes are from, which tells how many there are once somebody opens it. */
  void source(KeptSource kept) {
    source = kept;
  }

  /** Says that only a range of the sheet is read. */
  void range(CellRange read) {
    range = read;
  }

  /** Takes what a person should know, though nothing is wrong. */
  void note(Note note) {
    known.add(note);
  }

  void sheet(String name) {
    sheet = name;
  }

  /** Takes what is to be said of a header that was refused. */
  void header(HeaderReport report) {
    refusedHeader = report;
  }

  void reading(RowReader<R> rows, Accounting<R> counted) {
    reader = rows;
    accounting = counted;
  }

  void written(String location, long bytes) {
    output =
        new IngestReport.Output(location, accounting == null ? 0 : accounting.accepted(), bytes);
    step("read and write");
  }

  IngestReport converted() {
    return report(Outcome.CONVERTED, List.of());
  }

  IngestReport loaded(LoadRequest request, LoadResult result) {
    load = new IngestReport.Load(request.plan().table().toString(), shown(request.scope()), result);
    step("load");
    return report(outcome(result), List.of());
  }

  /** Ends a run whose workbook nobody has read. */
  IngestReport known(LoadPlan plan, LoadResult result) {
    load = new IngestReport.Load(plan.table().toString(), ReplaceScope.none(), result);
    note(
        Note.of(
            NoteCode.NO_ROW_READ,
            result.outcome() == LoadResult.Outcome.SUPERSEDED
                ? "no row was read: the ledger has a newer version of this upload"
                : "no row was read: the ledger has this upload"));
    step("ask the ledger");
    return report(outcome(result), List.of());
  }

  private static Outcome outcome(LoadResult result) {
    return switch (result.outcome()) {
      case LOADED -> Outcome.LOADED;
      case ALREADY_LOADED -> Outcome.ALREADY_LOADED;
      case SUPERSEDED -> Outcome.SUPERSEDED;
      case PREVIEWED -> Outcome.PREVIEWED;
    };
  }

  String run() {
    return run;
  }

  IngestReport refused(List<Problem> problems) {
    step(output == null ? "read" : "load");
    return report(Outcome.REFUSED, problems);
  }

  private void step(String name) {
    long now = System.nanoTime();
    millis.put(name, (now - stepStart) / 1_000_000);
    stepStart = now;
  }

  /**
   * Makes the report.
   *
   * @param refusal the problems of a refused file, those of its rows included
   */
  private IngestReport report(Outcome outcome, List<Problem> refusal) {
    List<Problem> problems = refusal;
    long count = refusal.size();
    if (accounting != null) {
      problems = refusal.isEmpty() ? accounting.problems() : refusal;
      count += accounting.problemCount() - (refusal.isEmpty() ? 0 : listed(refusal));
    }
    return new IngestReport(
        run,
        pipeline.name(),
        outcome,
        upload.source().name(),
        upload.key(),
        upload.version(),
        startedAt,
        input(),
        sheet,
        header(),
        headerReport(),
        reader == null ? Map.of() : shown(reader.anchors()),
        reader == null ? Map.of() : reader.dayOrders(),
        accounting == null ? RowCounts.none() : accounting.counts(),
        reader == null ? Map.of() : reader.nulls().byColumn(),
        problems,
        count,
        byColumn(refusal),
        notes(),
        output,
        load,
        List.of(),
        millis);
  }

  /** Counts by column; the problems of a refusal that are its rows' are counted already. */
  private Map<String, Map<ProblemCode, Long>> byColumn(List<Problem> refusal) {
    Map<String, Map<ProblemCode, Long>> all = new LinkedHashMap<>();
    if (accounting != null) {
      all.putAll(accounting.problemsByColumn());
    }
    for (Problem problem : refusal) {
      if (!ofRow(problem) && !problem.column().isEmpty()) {
        Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
        counts.putAll(all.getOrDefault(problem.column(), Map.of()));
        counts.merge(problem.code(), 1L, Long::sum);
        all.put(problem.column(), counts);
      }
    }
    return all;
  }

  private Map<String, Object> shown(Map<String, Object> anchors) {
    Map<String, Object> shown = new LinkedHashMap<>(anchors);
    for (Map.Entry<String, Object> entry : shown.entrySet()) {
      entry.setValue(shown(entry.getKey(), entry.getValue()));
    }
    return shown;
  }

  private ReplaceScope shown(ReplaceScope scope) {
    List<List<Object>> keys = new ArrayList<>();
    for (List<Object> key : scope.keys()) {
      List<Object> shown = new ArrayList<>();
      for (int i = 0; i < key.size(); i++) {
        shown.add(shown(scope.columns().get(i), key.get(i)));
      }
      keys.add(shown);
    }
    return new ReplaceScope(scope.columns(), keys);
  }

  private Object shown(String column, Object value) {
    return masking.hides(column) ? masking.show(column, value.toString()) : value;
  }

  private static long listed(List<Problem> refusal) {
    long listed = 0;
    for (Problem problem : refusal) {
      listed += ofRow(problem) ? 1 : 0;
    }
    return listed;
  }

  /** Returns whether the problem came with a row, and so was counted. */
  private static boolean ofRow(Problem problem) {
    return problem.severity() == Severity.ROW || problem.code() == ProblemCode.FATAL_CELL_ERROR;
  }

  private IngestReport.@Nullable Input input() {
    return source == null || !source.wasOpened() ? null : new IngestReport.Input(source.length());
  }

  private @Nullable HeaderMatch header() {
    return reader == null ? null : reader.header();
  }

  private @Nullable HeaderReport headerReport() {
    HeaderReport report = reader == null ? refusedHeader : reader.headerReport();
    return report == null ? null : report.withoutStrangers();
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>(known);
    if (range != null) {
      notes.add(Note.of(NoteCode.RANGE_ONLY, "only the range " + range + " is read"));
    }
    if (reader != null) {
      long passedOver = accounting == null ? 0 : accounting.hidden();
      notes.addAll(new ReadingNotes<>(pipeline, reader).all(passedOver));
    }
    return List.copyOf(notes);
  }
}
