package dev.ingest.report;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadResult;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.RowCounts;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as lines for a terminal. */
public final class ReportText {

  private static final int PROBLEMS_SHOWN = 20;
  private static final int VALUES_SHOWN = 10;

  private ReportText() {}

  /** Returns the report, one fact a line, without a line end after the last. */
  public static String of(IngestReport report) {
    List<String> lines = new ArrayList<>();
    fact(lines, "file", report.file());
    if (report.sheet() != null) {
      fact(lines, "sheet", report.sheet());
    }
    report.anchors().forEach((column, value) -> fact(lines, "anchor", column + " " + value));
    report
        .dayOrders()
        .forEach((column, found) -> fact(lines, "days", column + " " + DayOrderLine.of(found)));
    if (report.rows().data() + report.rows().blank() > 0) {
      rows(lines, report.rows());
    }
    report.nulls().forEach((column, reasons) -> fact(lines, "nulls", nulls(column, reasons)));
    if (report.output() != null) {
      fact(
          lines,
          "csv",
          "%s (%s, %s bytes)"
              .formatted(
                  report.output().location(),
                  count(report.output().rows()),
                  grouped(report.output().bytes())));
    }
    if (report.load() != null) {
      load(lines, report.load());
    }
    report.files().forEach(file -> fact(lines, "wrote", file.location()));
    report.warnings().forEach(warning -> fact(lines, "note", warning));
    problems(lines, report);
    fact(lines, "outcome", report.outcome().label());
    return String.join("\n", lines);
  }

  private static void rows(List<String> lines, RowCounts rows) {
    List<String> parts = new ArrayList<>();
    parts.add("kept " + rows.accepted());
    parts.add("filtered " + rows.filteredRows());
    if (rows.rejected() > 0) {
      parts.add("rejected " + rows.rejected());
    }
    fact(lines, "rows", "read " + rows.data() + " = " + String.join(" + ", parts));
    rows.filtered().forEach((filter, count) -> fact(lines, "filtered", count + " not: " + filter));
    rows.skipped().forEach((rule, count) -> fact(lines, "skipped", count + " " + rule));
    if (rows.blank() > 0) {
      fact(lines, "blank", count(rows.blank()));
    }
  }

  private static String nulls(String column, Map<NullReason, Long> reasons) {
    long sum = reasons.values().stream().mapToLong(Long::longValue).sum();
    String each =
        reasons.entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));
    return "%s %s (%s)".formatted(column, sum, each);
  }

  private static void load(List<String> lines, IngestReport.Load load) {
    for (String column : load.scope().columns()) {
      fact(lines, "replaced", column + " " + values(load.scope().distinct(column)));
    }
    fact(lines, "table", load.table() + ": " + table(load));
    if (load.result().outcome() == LoadResult.Outcome.PREVIEWED) {
      List<String> effect = load.result().effect().lines();
      effect.subList(1, effect.size()).forEach(line -> fact(lines, "effect", line));
    }
  }

  private static String table(IngestReport.Load load) {
    LoadResult result = load.result();
    LedgerEntry earlier = result.earlier();
    if (earlier != null) {
      return "nothing was touched: run %s loaded %s at %s; --again loads it all the same"
          .formatted(earlier.identity().run(), earlier.identity().origin().key(), at(earlier));
    }
    return result.outcome() == LoadResult.Outcome.PREVIEWED
        ? "%s would be deleted, %s would be in the table for this file"
            .formatted(count(result.deleted()), count(result.inserted()))
        : "%s deleted, %s in the table for this file"
            .formatted(count(result.deleted()), count(result.inserted()));
  }

  private static String at(LedgerEntry entry) {
    return entry.loadedAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String values(List<Object> values) {
    String shown =
        values.stream()
            .limit(VALUES_SHOWN)
            .map(value -> Problem.shortened(value.toString()))
            .collect(Collectors.joining(", "));
    int more = values.size() - VALUES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static void problems(List<String> lines, IngestReport report) {
    report.problems().stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> fact(lines, "problem", problem.describe()));
    long more = report.problemCount() - Math.min(PROBLEMS_SHOWN, report.problems().size());
    if (more > 0) {
      fact(lines, "problem", "and " + grouped(more) + " more; --json lists them");
    }
  }

  private static String count(long rows) {
    return grouped(rows) + (rows == 1 ? " row" : " rows");
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void fact(List<String> lines, String name, String value) {
    lines.add("%-9s %s".formatted(name, value));
  }
}
