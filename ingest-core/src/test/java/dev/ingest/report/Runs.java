package dev.ingest.report;

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
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.pipeline.Upload;
import dev.ingest.row.Column;
import dev.ingest.row.Lenient;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs whose reports are worth looking at. */
final class Runs {

  /** A sale; what is odd about the workbooks is said where they are built. */
  record Sale(
      String city,
      @Column(header = "Customer no.", aliases = "customer") int customer,
      @Lenient @Nullable BigDecimal amount,
      LocalDate day) {}

  static final LocalDate DAY = LocalDate.of(2020, 2, 1);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2020-02-02T10:15:00Z"), ZoneOffset.UTC);
  private static final Instant BEFORE = Instant.parse("2020-02-01T10:00:00Z");
  static final Pipeline<Sale> SALES =
      Pipeline.of(
              "sales",
              RowSchema.of(Sale.class),
              LoadPlan.into(TableName.parse("sales")).replacePartition("day", "city"))
          .filter(RowFilter.sameAsFirst("day"))
          .build();

  private final DirectoryObjectStore store;

  Runs(Path folder) {
    this.store = new DirectoryObjectStore(folder);
  }

  /** Five good rows, one of another day, one without amount. */
  static WorkbookBuilder good() {
    return sheet()
        .row("Paris", 17, "café", 12.5, DAY)
        .row("Paris", 18, null, 13, DAY)
        .row("Rome", 19, null, CellError.NA, DAY)
        .row("Rome", 20, null, 1, DAY.minusDays(1))
        .row()
        .row("Oslo", 21, "tea", 8.25, DAY);
  }

  /** The same with problems in five cells of four rows. */
  static WorkbookBuilder bad() {
    return good()
        .row(null, 22, "no city", 1, DAY)
        .row("Lima", "A-23", "two <b>problems</b> & a note that is long", 3, "1 February")
        .row("Kyiv", 24.5, "half a customer", 4, DAY)
        .row(CellError.REF, 25, "=1+1", 5, DAY);
  }

  static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("Sales of February")
        .row("city", "Customer", "note", "Amount ", "day");
  }

  /** A formula that was never calculated. */
  static CellXml uncalculated() {
    return CellXml.uncalculated("B1*2");
  }

  DirectoryObjectStore store() {
    return store;
  }

  IngestReport convert(byte[] workbook) {
    return converting().run(upload(workbook));
  }

  Ingestion<Sale> converting() {
    return Ingestion.converting(SALES, store, "bucket")
        .withClock(CLOCK)
        .withRunIds(() -> "run-1")
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"));
  }

  /** Loads into a table that takes all; two rejected rows are allowed. */
  IngestReport load(byte[] workbook, int rejects) {
    TableLoader loader = request -> new LoadResult(request.rows(), 2, request.rows());
    return Ingestion.loading(SALES, store, "bucket", loader)
        .withRejectBudget(RejectBudget.of(rejects))
        .withRunIds(() -> "run-1")
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"))
        .run(upload(workbook));
  }

  /** Returns a line of the ledger. */
  static LedgerEntry line(String run, LoadOrigin origin) {
    return new LedgerEntry(
        new LoadIdentity(run, "sales", "settings", origin, "fingerprint"),
        Outcome.LOADED,
        "sales",
        "append",
        "",
        3,
        0,
        3,
        BEFORE,
        BEFORE);
  }

  /** Loads what was loaded before. */
  IngestReport known() {
    TableLoader loader =
        new TableLoader() {
          @Override
          public Optional<LoadResult> known(LoadPlan plan, Delivery delivery, LoadOptions options) {
            LedgerEntry line = line("run-0", delivery.origin());
            return Optional.of(
                new LoadResult(Outcome.ALREADY_LOADED, LoadEffect.of(0, 0), 0, line));
          }

          @Override
          public LoadResult load(LoadRequest request) {
            throw new AssertionError("a load");
          }
        };
    return Ingestion.loading(SALES, store, "bucket", loader)
        .withRunIds(() -> "run-1")
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"))
        .run(upload(new byte[0]));
  }

  static Upload upload(byte[] workbook) {
    return new Upload("uk/sales.xlsx", WorkbookSource.of("sales.xlsx", workbook), "v7");
  }
}
