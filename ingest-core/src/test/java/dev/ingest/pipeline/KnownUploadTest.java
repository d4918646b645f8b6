package dev.ingest.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.Delivery;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableLoader;
import dev.ingest.metrics.MetricRow;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.report.ReportText;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger is asked before a row is read; what it answers is the report, and says so. */
class KnownUploadTest {

  /** An object that must not be fetched. */
  private static final WorkbookSource UNTOUCHED =
      new WorkbookSource() {
        @Override
        public String name() {
          return "s3://in/uk/metrics.xlsx";
        }

        @Override
        public WorkbookBytes open() {
          throw new AssertionError("the workbook was opened");
        }
      };

  @TempDir private Path folder;

  private final Ledger ledger = new Ledger();

  /** A table, and a ledger that answers as it is told. */
  private static final class Ledger implements TableLoader {

    private final List<Delivery> asked = new ArrayList<>();
    private final List<LoadRequest> loaded = new ArrayList<>();
    private Optional<Outcome> answer = Optional.empty();

    @Override
    public Optional<LoadResult> known(LoadPlan plan, Delivery delivery, LoadOptions options) {
      asked.add(delivery);
      return answer.map(outcome -> result(outcome, plan));
    }

    private static LoadResult result(Outcome outcome, LoadPlan plan) {
      LoadOrigin origin = new LoadOrigin("in", "uk/metrics.xlsx", "v1", "0A", 10, null);
      Instant then = Instant.parse("2020-02-01T10:00:00Z");
      LedgerEntry earlier =
          new LedgerEntry(
              new LoadIdentity("run-0", "metrics", "s", origin, "f"),
              Outcome.LOADED,
              "public.metrics",
              LedgerEntry.planOf(plan),
              "",
              4,
              0,
              4,
              then,
              then);
      return new LoadResult(outcome, LoadEffect.of(0, 0), 0, earlier);
    }

    @Override
    public LoadResult load(LoadRequest request) {
      loaded.add(request);
      return new LoadResult(request.rows(), 0, request.rows());
    }
  }

  private IngestReport run(Upload upload) {
    return ingestion().run(upload);
  }

  private Ingestion<MetricRow> ingestion() {
    return Ingestion.loading(
            MetricsPipeline.into(MetricsPipeline.TABLE),
            new DirectoryObjectStore(folder),
            "out",
            ledger)
        .withRunIds(() -> "run-1");
  }

  private static Upload event(WorkbookSource source) {
    return new Upload("uk/metrics.xlsx", source, "v1").from("in", "0A");
  }

  private static WorkbookSource workbook() {
    return WorkbookSource.of("metrics.xlsx", ExampleWorkbooks.metrics());
  }

  @Test
  void anUploadThatIsLoadedIsNotEvenFetched() {
    ledger.answer = Optional.of(Outcome.ALREADY_LOADED);

    IngestReport report = run(event(UNTOUCHED));

    assertThat(ReportText.of(report))
        .isEqualTo(
            """
            file      s3://in/uk/metrics.xlsx
            table     metrics: nothing was touched: run run-0 loaded uk/metrics.xlsx at 2020-02-01T10:00:00Z; --again loads it all the same
            note      no row was read: the ledger has this upload
            outcome   already loaded""");
    assertThat(report.rows()).isEqualTo(RowCounts.none());
    assertThat(report.millis()).containsOnlyKeys("ask the ledger");
    assertThat(ledger.loaded).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anOlderVersionIsNotFetchedEither() {
    ledger.answer = Optional.of(Outcome.SUPERSEDED);

    assertThat(ReportText.of(run(event(UNTOUCHED))))
        .isEqualTo(
            """
            file      s3://in/uk/metrics.xlsx
            table     metrics: nothing was touched: run run-0 loaded uk/metrics.xlsx at 2020-02-01T10:00:00Z; --again loads it all the same
            note      no row was read: the ledger has a newer version of this upload
            outcome   superseded""");
  }

  /** Its size is not known before it is opened, and all else is the same. */
  @Test
  void whatTheLedgerDoesNotKnowIsReadAndLoaded() {
    IngestReport report = run(event(workbook()));

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.LOADED);
    assertThat(report.rows().accepted()).isEqualTo(4);
    Delivery asked = ledger.asked.get(0);
    assertThat(ledger.asked).hasSize(1);
    assertThat(asked.run()).isEqualTo("run-1");
    assertThat(asked.origin())
        .isEqualTo(new LoadOrigin("in", "uk/metrics.xlsx", "v1", "0A", LoadOrigin.UNOPENED, null));
    assertThat(ledger.loaded.get(0).identity().delivery())
        .isEqualTo(asked.withOrigin(asked.origin().withSize(ExampleWorkbooks.metrics().length)));
  }

  /** A file of a folder is told by its bytes: they are hashed, and no row of them is read. */
  @Test
  void aFileWithoutAVersionIsToldByItsBytes() {
    ledger.answer = Optional.of(Outcome.ALREADY_LOADED);

    IngestReport known = run(new Upload("uk/metrics.xlsx", workbook()));
    ledger.answer = Optional.empty();
    IngestReport loaded = run(new Upload("uk/metrics.xlsx", workbook()));

    assertThat(known.sheet()).isNull();
    assertThat(known.warnings()).containsExactly("no row was read: the ledger has this upload");
    assertThat(loaded.outcome()).isEqualTo(IngestReport.Outcome.LOADED);
    assertThat(ledger.asked.get(0).origin().hash()).hasSize(64);
    assertThat(ledger.asked.get(0)).isEqualTo(ledger.asked.get(1));
    assertThat(ledger.loaded.get(0).identity().delivery()).isEqualTo(ledger.asked.get(1));
  }

  /** Before anybody asks whether it was loaded, it has to be a workbook. */
  @Test
  void aFileThatIsNoWorkbookIsRefusedUnasked() {
    WorkbookSource page = WorkbookSource.of("metrics.xlsx", "<html></html>".getBytes(UTF_8));

    IngestReport report = run(new Upload("uk/metrics.xlsx", page));

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void aKeyOfTheWrongFormIsRefusedUnasked() {
    IngestReport report = run(new Upload("metrics.xlsx", UNTOUCHED, "v1"));

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
    assertThat(ledger.asked).isEmpty();
  }

  @Test
  void anObjectThatCannotBeOpenedFailsOnlyWhenItIsNeeded() {
    assertThatThrownBy(() -> run(event(UNTOUCHED))).hasMessage("the workbook was opened");
    assertThat(ledger.asked).hasSize(1);
  }
}
