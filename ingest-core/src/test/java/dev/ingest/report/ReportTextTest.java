package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.RowCounts;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.CellAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is much is cut and counted. */
class ReportTextTest {

  @Test
  void theFirstTwentyProblemsAreListedAndTheOthersCounted() {
    List<Problem> problems =
        IntStream.rangeClosed(1, 22)
            .mapToObj(row -> new CellAddress("data", row, 3))
            .map(cell -> new Problem(ProblemCode.REQUIRED, cell, "value", "", "", "none", ""))
            .toList();

    assertThat(ReportText.of(report(Outcome.REFUSED, problems, 1500, null)))
        .startsWith("file      a.xlsx\nproblem   data!C1 (value): none\n")
        .endsWith(
            """
            problem   data!C20 (value): none
            problem   and 1,480 more; --json lists them
            outcome   refused""");
  }

  @Test
  void tenReplacedValuesAreListedAndTheOthersCounted() {
    List<List<Object>> keys =
        IntStream.rangeClosed(1, 12).mapToObj(i -> List.<Object>of("L" + i)).toList();
    ReplaceScope scope = new ReplaceScope(List.of("location"), keys);

    assertThat(
            ReportText.of(
                report(
                    Outcome.LOADED,
                    List.of(),
                    0,
                    new IngestReport.Load("metrics", scope, new LoadResult(1234, 0, 1234)))))
        .isEqualTo(
            """
            file      a.xlsx
            replaced  location L1, L2, L3, L4, L5, L6, L7, L8, L9, L10 and 2 more
            table     metrics: 0 rows deleted, 1,234 rows in the table for this file
            outcome   loaded""");
  }

  private static IngestReport report(
      Outcome outcome, List<Problem> problems, long count, IngestReport.@Nullable Load load) {
    return new IngestReport(
        "run-1",
        "metrics",
        outcome,
        "a.xlsx",
        "uk/a.xlsx",
        null,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        RowCounts.none(),
        Map.of(),
        problems,
        count,
        Map.of(),
        List.of(),
        null,
        load,
        List.of(),
        Map.of());
  }
}
