package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadResult.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs for people: all of them in what width there is, one of them whole. */
class RunsTableTest {

  private static final LedgerEntry FIRST =
      line("20200201T101500Z-1a2b3c4d", Outcome.LOADED, "v1", "0A", 0, 4);
  private static final LedgerEntry SECOND =
      line("20200202T101500Z-5e6f7a8b", Outcome.LOADED, "v2", "0B", 4, 1_048_575);
  private static final LedgerEntry SAME =
      line("20200203T101500Z-9c0d1e2f", Outcome.ALREADY_LOADED, "v3", null, 0, 0);

  private static LedgerEntry line(
      String run, Outcome outcome, String version, String sequencer, long deleted, long inserted) {
    Instant at = Instant.parse("2020-02-0" + version.charAt(1) + "T10:15:30.5Z");
    return new LedgerEntry(
        new LoadIdentity(
            run,
            "metrics",
            "settings",
            new LoadOrigin("uploads", "uk/finance/metrics.xlsx", version, sequencer, 4_096, null),
            "fingerprint"),
        outcome,
        "public.metrics",
        "replace partition (date, location)",
        "date 2020-02-01; location UK, FR",
        inserted,
        deleted,
        inserted,
        at.minusSeconds(1),
        at);
  }

  @Test
  void allOfIt() {
    assertThat(RunsTable.of(List.of(SAME, SECOND, FIRST), TerminalWidth.UNLIMITED))
        .isEqualTo(
            """
            run                        loaded            outcome         table                in  out  file
            20200203T101500Z-9c0d1e2f  2020-02-03 10:15  already loaded  public.metrics        0    0  s3://uploads/uk/finance/metrics.xlsx
            20200202T101500Z-5e6f7a8b  2020-02-02 10:15  loaded          public.metrics  1048575    4  s3://uploads/uk/finance/metrics.xlsx
            20200201T101500Z-1a2b3c4d  2020-02-01 10:15  loaded          public.metrics        4    0  s3://uploads/uk/finance/metrics.xlsx
            (3 runs)""");
  }

  /** Ids begin with the time, so that it is the first to go; of a file the end tells most. */
  @Test
  void whatFitsATerminalOfEightyColumns() {
    String table = RunsTable.of(List.of(SECOND, FIRST), 80);

    assertThat(table)
        .isEqualTo(
            """
            run                        outcome  table           in       out  file
            20200202T101500Z-5e6f7a8b  loaded   public.metrics  1048575    4  …/metrics.xlsx
            20200201T101500Z-1a2b3c4d  loaded   public.metrics        4    0  …/metrics.xlsx
            (2 runs)"""
                .replace("in       out", "     in  out"));
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
  }

  /** An id that cannot be read whole is of no use. */
  @Test
  void aNarrowTerminalIsPassedRatherThanAnIdCut() {
    assertThat(RunsTable.of(List.of(FIRST), 40))
        .isEqualTo(
            """
            run                        outcome  table     in  out  file
            20200201T101500Z-1a2b3c4d  loaded   …metrics   4    0  …etrics.xlsx
            (1 run)""");
  }

  @Test
  void oneRunWithThoseBeforeAndAfterIt() {
    assertThat(RunText.of(new LedgerRun(SECOND, FIRST, null)))
        .isEqualTo(
            """
            run       20200202T101500Z-5e6f7a8b
            file      s3://uploads/uk/finance/metrics.xlsx
            upload    version v2, sequencer 0B, 4096 bytes
            pipeline  metrics
            table     public.metrics: replace partition (date, location)
            scope     date 2020-02-01; location UK, FR
            rows      1048575 came, 1048575 staged, 4 replaced
            began     2020-02-02T10:15:29Z
            loaded    2020-02-02T10:15:30Z
            replaced  run 20200201T101500Z-1a2b3c4d of s3://uploads/uk/finance/metrics.xlsx at 2020-02-01T10:15:30Z
            outcome   loaded""");
    assertThat(RunText.of(new LedgerRun(SAME, SECOND, FIRST)))
        .contains("upload    version v3, 4096 bytes\n")
        .contains("rows of   run 20200202T101500Z-5e6f7a8b of ")
        .contains("gone by   run 20200201T101500Z-1a2b3c4d of ")
        .endsWith("outcome   already loaded");
  }
}
