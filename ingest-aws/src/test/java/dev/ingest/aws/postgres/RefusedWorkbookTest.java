package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Masking;
import dev.ingest.report.ReportText;
import dev.ingest.report.RunFiles;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Sensitive;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook whose rows a real table refuses: the report says which cells those are. */
class RefusedWorkbookTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  /** A row, some of whose columns the table is stricter about than the schema. */
  record Sale(
      String city, @Nullable Double amount, @Nullable @Sensitive String buyer, LocalDate date) {}

  @TempDir Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void createTable() {
    warehouse = new Warehouse(folder);
    warehouse.execute(
        """
        CREATE TABLE cities (name text PRIMARY KEY);
        INSERT INTO cities VALUES ('Paris'), ('Rome'), ('Oslo');
        CREATE TABLE sales (
          city varchar(6) NOT NULL CONSTRAINT known_city REFERENCES cities,
          amount numeric(4, 2) CONSTRAINT positive CHECK (amount > 0),
          buyer varchar(3),
          date date NOT NULL,
          PRIMARY KEY (city, date, amount));
        INSERT INTO sales VALUES ('Paris', 9, null, '2020-02-01')
        """);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  /** A plain schema is copied as bytes where rows are not filtered by objects. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allCellsAreNamedAtOnce(boolean plain) throws Exception {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("date", "city", "amount", "buyer")
            .row(DAY, "Paris", 1.5, "ann")
            .row(DAY.plusDays(1), "elsewhere and never kept", 1, "x")
            .row(DAY, "Reykjavik", 2, "bob")
            .row(DAY, "Rome", 123.5, "too long a name")
            .row(DAY.plusDays(1), "elsewhere and never kept", 1, "x")
            .row(DAY, "Oslo", 0, "cid")
            .row(DAY, "Berlin", 3, "dan")
            .row(DAY, "Paris", 1.5, "eve")
            .bytes();

    IngestReport report = load(workbook, plain);

    assertThat(ReportText.of(report))
        .endsWith(
            """
            problem   data!B4 (city): expected a value that table sales takes (value too long for type character varying(6); SQLSTATE 22001), found "Reykjavik"; correct the workbook, or the table
            problem   data!C5 (amount): expected a value that table sales takes (numeric field overflow; SQLSTATE 22003), found "123.5"; correct the workbook, or the table
            problem   data!D5 (buyer): expected a value that table sales takes (value too long for type character varying(3); SQLSTATE 22001), found ***** (15 characters, hash fbf6d6); correct the workbook, or the table
            problem   data!C7 (amount): expected a value that table sales takes (new row for relation "sales" violates check constraint "positive"; SQLSTATE 23514), found "0"; correct the workbook, or the table
            problem   data!B8 (city): expected a value that table sales takes (insert or update on table "sales" violates foreign key constraint "known_city"; SQLSTATE 23503), found "Berlin"; correct the workbook, or the table
            problem   data!B9 (city): expected values of city, date, amount that table sales takes (duplicate key value violates unique constraint "sales_pkey"; SQLSTATE 23505), found others; correct the workbook, or the table
            outcome   refused""");
    assertThat(warehouse.query("SELECT * FROM sales"))
        .containsExactly("Paris|9.00|null|2020-02-01");
    assertThat(folder.resolve("reports/output/reports/run-1/annotated.xlsx")).exists();
    assertThat(folder.resolve("reports/output/reports/run-1/rejects.jsonl"))
        .content()
        .contains("\"cell\":\"data!D5\"")
        .doesNotContain("too long a name");
  }

  @Test
  void aCorrectedWorkbookIsLoaded() throws Exception {
    WorkbookBuilder workbook =
        WorkbookBuilder.workbook().sheet("data").row("date", "city", "amount", "buyer");

    IngestReport report =
        load(workbook.row(DAY, "Paris", 1.5, "ann").row(DAY, "Rome", 2, null).bytes(), true);

    assertThat(report.outcome()).isEqualTo(IngestReport.Outcome.LOADED);
    assertThat(warehouse.query("SELECT * FROM sales ORDER BY 1"))
        .containsExactly("Paris|1.50|ann|2020-02-01", "Rome|2.00|null|2020-02-01");
  }

  private IngestReport load(byte[] workbook, boolean plain) {
    RowSchema<Sale> schema = RowSchema.of(Sale.class);
    Pipeline<Sale> sales =
        Pipeline.of(
                "sales",
                plain ? schema.plain() : schema,
                LoadPlan.into(TableName.parse("sales")).replacePartition("city", "date"))
            .filter(RowFilter.sameAsFirst("date"))
            .build();
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    return Ingestion.loading(
            sales, store, "bucket", new PostgresTableLoader(warehouse.connections(), store))
        .withRunIds(() -> "run-1")
        .withMasking(Masking.none().withKey(new byte[32]))
        .withRecorder(RunFiles.in(store, "reports"))
        .run(new Upload("uk/sales.xlsx", WorkbookSource.of("sales.xlsx", workbook)));
  }
}
