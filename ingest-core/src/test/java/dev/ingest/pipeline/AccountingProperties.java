package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.random.CsvLines;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Reading;
import dev.ingest.random.Told;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The law, whatever the sheet holds and the schema asks: each physical row has one fate, each
 * accepted row is a line of the output, each null of a column is an empty field and has a reason,
 * and each problem is counted.
 */
class AccountingProperties {

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.all();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyRowAndEveryNullIsAccountedFor(@ForAll("tables") RandomTable table) {
    Told told = Told.of(table.pipeline(), table.sheet().workbook());
    IngestReport report = told.report();

    assertThat(report.rows().balances()).as("%s", report.rows()).isTrue();
    if (report.outcome() == Outcome.REFUSED) {
      assertThat(told.csv()).isNull();
    } else {
      assertThat(report.rows().physical()).isEqualTo(table.sheet().physicalRows());
      assertAgrees(report, CsvLines.of(told.csv()));
    }
  }

  private static void assertAgrees(IngestReport report, List<List<@Nullable String>> csv) {
    List<@Nullable String> names = csv.get(0);
    List<List<@Nullable String>> lines = csv.subList(1, csv.size());

    assertThat(lines).hasSize((int) report.rows().accepted());
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      long empty = lines.stream().filter(line -> line.get(column) == null).count();
      assertThat(nulls(report, names.get(i))).as(names.get(i)).isEqualTo(empty);
    }
  }

  private static long nulls(IngestReport report, @Nullable String column) {
    Map<NullReason, Long> reasons = report.nulls().getOrDefault(column, Map.of());
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The report counts what the reader says of one row after the other. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theReportCountsTheRowsOfTheReader(@ForAll("tables") RandomTable table) {
    assertCounts(table, table.sheet().workbook());
  }

  /** Problems past those that a report keeps are counted all the same. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void theReportCountsTheRowsOfLongSheets(
      @ForAll("tables") RandomTable table, @ForAll Random random) {
    assertCounts(table, table.sheet().workbook(3000, random));
  }

  private static void assertCounts(RandomTable table, byte[] workbook) {
    Reading<DynamicRow> reading = table.reading(workbook);
    IngestReport report = Told.of(table.pipeline(), workbook).report();
    Assume.that(reading.refusal().isEmpty());

    Fates fates = new Fates(reading);
    List<Problem> problems = reading.problems();

    assertThat(report.rows()).isEqualTo(fates.counts());
    assertThat(report.problemsByColumn()).isEqualTo(byColumn(problems));
    assertThat(rowProblems(report)).isEqualTo(problems.size());
    assertThat(report.problems().size())
        .isBetween(Math.min(problems.size(), 1000), Math.min(problems.size(), 1000) + 2);
    if (report.outcome() != Outcome.REFUSED) {
      assertThat(report.nulls()).isEqualTo(reading.nulls());
    }
  }

  /** What is said of the file as a whole comes on top: too many rejects, an empty result. */
  private static long rowProblems(IngestReport report) {
    long ofFile = report.problems().stream().filter(problem -> problem.cell() == null).count();
    return report.problemCount() - ofFile;
  }

  private static Map<String, Map<ProblemCode, Long>> byColumn(List<Problem> problems) {
    Map<String, Map<ProblemCode, Long>> counts = new HashMap<>();
    for (Problem problem : problems) {
      if (!problem.column().isEmpty()) {
        counts
            .computeIfAbsent(problem.column(), column -> new HashMap<>())
            .merge(problem.code(), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** Counts outcomes, plainly. */
  private static final class Fates {

    private final Map<String, Long> skipped = new HashMap<>();
    private final Map<String, Long> filtered = new HashMap<>();
    private final Map<Class<?>, Long> kinds = new HashMap<>();
    private final long above;
    private final long header;
    private final long rows;

    Fates(Reading<?> reading) {
      this.above = reading.rowsAbove();
      this.header = reading.headerRows();
      this.rows = reading.outcomes().size();
      if (above > 0) {
        skipped.put("above the header", above);
      }
      reading.outcomes().forEach(this::add);
    }

    private void add(RowOutcome<?> outcome) {
      kinds.merge(outcome.getClass(), 1L, Long::sum);
      if (outcome instanceof RowOutcome.Skipped<?> row) {
        skipped.merge(row.rule(), 1L, Long::sum);
      } else if (outcome instanceof RowOutcome.Filtered<?> row) {
        filtered.merge(row.filter(), 1L, Long::sum);
      }
    }

    RowCounts counts() {
      return new RowCounts(
          above + header + rows,
          header,
          skipped,
          of(RowOutcome.Blank.class),
          filtered,
          of(RowOutcome.Rejected.class),
          of(RowOutcome.Accepted.class));
    }

    private long of(Class<?> kind) {
      return kinds.getOrDefault(kind, 0L);
    }
  }
}
