package dev.ingest.pipeline;

import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.problem.Masking;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.Severity;
import dev.ingest.row.AnchorRow;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowReader;
import dev.ingest.workbook.CellRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers a report while a run goes on, so that a refused one tells as much as is known. */
final class ReportDraft<R> {

  private final String run;
  private final Pipeline<R> pipeline;
  private final Upload upload;
  private final Masking masking;
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();
  private long stepStart = System.nanoTime();
  private @Nullable String sheet;
  private @Nullable CellRange range;
  private @Nullable RowReader<R> reader;
  private @Nullable Accounting<R> accounting;
  private IngestReport.@Nullable Output output;
  private IngestReport.@Nullable Load load;

  ReportDraft(String run, Pipeline<R> pipeline, Upload upload, Masking masking) {
    this.run = run;
    this.pipeline = pipeline;
    this.upload = upload;
    this.masking = masking;
  }

  /** Says that only a range of the sheet is read. */
  void range(CellRange read) {
    range = read;
  }

  /** Takes what a person should know, though nothing is wrong. */
  void warn(String text) {
    known.add(text);
  }

  void sheet(String name) {
    sheet = name;
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

  /** Returns what hides values in this run, everywhere by the same hashes. */
  Masking masking() {
    return masking;
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
        sheet,
        header(),
        reader == null ? Map.of() : shown(reader.anchors()),
        reader == null ? Map.of() : reader.dayOrders(),
        accounting == null ? RowCounts.none() : accounting.counts(),
        reader == null ? Map.of() : reader.nulls().byColumn(),
        problems,
        count,
        byColumn(refusal),
        warnings(),
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

  private @Nullable HeaderMatch header() {
    return reader == null ? null : reader.header();
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(known);
    if (range != null) {
      warnings.add("only the range " + range + " is read");
    }
    if (reader != null) {
      if (reader.lateAnchor().isPresent()) {
        warnings.add(lateAnchor(reader.lateAnchor().getAsInt()));
      }
      warn(
          warnings,
          reader.hiddenRows() + (accounting == null ? 0 : accounting.hidden()),
          "row is hidden in the sheet; it was read like the others",
          "rows are hidden in the sheet; they were read like the others");
      warn(
          warnings,
          reader.serialsWithoutFormat(),
          "date is a number without a date format (SERIAL_WITHOUT_FORMAT)",
          "dates are numbers without a date format (SERIAL_WITHOUT_FORMAT)");
      warnings.addAll(reader.longNumbers());
      for (HeaderMatch.Unexpected other : reader.header().unexpected()) {
        warnings.add(
            "%s: the column \"%s\" is not used"
                .formatted(other.cell(), Problem.shortened(other.header())));
      }
    }
    return List.copyOf(warnings);
  }

  private String lateAnchor(int row) {
    String columns =
        pipeline.filters().stream()
            .filter(RowFilter.SameAsFirst.class::isInstance)
            .map(filter -> (RowFilter.SameAsFirst<R>) filter)
            .filter(filter -> filter.anchor() == AnchorRow.FIRST_READABLE)
            .map(RowFilter.SameAsFirst::column)
            .collect(Collectors.joining(" and "));
    return "row %s is the first whose %s can be read; rows are compared with it, and not with the first row"
        .formatted(row, columns);
  }

  private static void warn(List<String> warnings, long count, String one, String many) {
    if (count > 0) {
      warnings.add(count + " " + (count == 1 ? one : many));
    }
  }
}
