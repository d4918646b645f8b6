package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.report.ReportJson;
import dev.ingest.report.ReportText;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.FillMerged;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.StoreException;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.ExampleWorkbooks;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbook in, report and file out. Reports are asserted whole: they are what people read. */
class IngestionTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-02-02T10:15:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final RecordingLoader loader = new RecordingLoader();

  @Test
  void theExampleIsLoaded() throws Exception {
    IngestReport report = load(ExampleWorkbooks.metrics());

    assertThat(text(report))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 5 = kept 4 + filtered 1
            filtered  1 not: same date as the first row
            nulls     value 2 (#N/A 2)
            csv       STORE/bucket/output/uk_2020-02-01/run-1.csv (4 rows, 126 bytes)
            replaced  date 2020-02-01
            replaced  location UK, FR
            table     metrics: 3 rows deleted, 4 rows in the table for this file
            outcome   loaded""");
    assertThat(folder.resolve("bucket/output/uk_2020-02-01/run-1.csv"))
        .hasContent(
            """
            location,metric,value,date
            UK,metric1,0.65,2020-02-01
            UK,metric2,,2020-02-01
            UK,metric3,,2020-02-01
            FR,metric1,0.0,2020-02-01
            """);
  }

  record Sale(String city, Integer amount) {}

  @Test
  void eachRuleIsCountedUnderItsName() throws Exception {
    Pipeline<Sale> sales =
        Pipeline.of(
                "sales",
                RowSchema.of(Sale.class).plain(),
                LoadPlan.into(TableName.parse("sales")).append())
            .filter(RowFilter.sameAsKey("city", "label"))
            .rule(RowRule.skip("totals", "city", "Total.*"))
            .rule(RowRule.stopAfterBlank(1))
            .rule(RowRule.uniqueKey(DuplicateRows.COLLAPSE_IDENTICAL, "city", "amount"))
            .build();
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("city", "amount")
            .row("Total all", 9)
            .row("uk", 1)
            .row("fr", 2)
            .row("uk", 1)
            .row("Total uk", 2)
            .row("uk", 3)
            .row()
            .row("uk", 4)
            .bytes();

    IngestReport report =
        Ingestion.converting(sales, new DirectoryObjectStore(folder), "bucket")
            .withRunIds(() -> "run-1")
            .run(new Upload("uk/sales.xlsx", WorkbookSource.of("sales.xlsx", workbook)));

    assertThat(text(report))
        .isEqualTo(
            """
            file      sales.xlsx
            sheet     data
            rows      read 4 = kept 2 + filtered 2
            filtered  1 not: same city as {label} of the key
            filtered  1 not: first of identical rows
            skipped   2 totals
            skipped   1 below 1 blank row
            blank     1 row
            csv       STORE/bucket/output/uk/run-1.csv (2 rows, 22 bytes)
            outcome   converted""");
    assertThat(folder.resolve("bucket/output/uk/run-1.csv"))
        .hasContent("city,amount\nuk,1\nuk,3\n");
  }

  @Test
  void theReportIsAlsoJson() {
    IngestReport report = load(ExampleWorkbooks.metrics());

    assertThat(json(report))
        .isEqualTo(
            """
            {
              "run" : "run-1",
              "pipeline" : "metrics",
              "outcome" : "loaded",
              "file" : "metrics.xlsx",
              "key" : "uk/metrics.xlsx",
              "startedAt" : "2020-02-02T10:15:00Z",
              "input" : {
                "bytes" : SIZE
              },
              "sheet" : "data",
              "header" : {
                "row" : 1,
                "rowsAbove" : 0,
                "columns" : [ {
                  "column" : "location",
                  "header" : "location",
                  "cell" : "data!A1",
                  "match" : "EXACT"
                }, {
                  "column" : "metric",
                  "header" : "metric",
                  "cell" : "data!B1",
                  "match" : "EXACT"
                }, {
                  "column" : "value",
                  "header" : "value",
                  "cell" : "data!C1",
                  "match" : "EXACT"
                }, {
                  "column" : "date",
                  "header" : "date",
                  "cell" : "data!D1",
                  "match" : "EXACT"
                } ],
                "unexpected" : [ ]
              },
              "headerReport" : {
                "row" : 1,
                "why" : "the first of the first 50 rows that holds what is needed",
                "sound" : true,
                "columns" : [ {
                  "column" : "location",
                  "expected" : "location",
                  "cells" : [ {
                    "header" : "location",
                    "cell" : "data!A1",
                    "match" : "EXACT"
                  } ]
                }, {
                  "column" : "metric",
                  "expected" : "metric",
                  "cells" : [ {
                    "header" : "metric",
                    "cell" : "data!B1",
                    "match" : "EXACT"
                  } ]
                }, {
                  "column" : "value",
                  "expected" : "value",
                  "cells" : [ {
                    "header" : "value",
                    "cell" : "data!C1",
                    "match" : "EXACT"
                  } ]
                }, {
                  "column" : "date",
                  "expected" : "date",
                  "cells" : [ {
                    "header" : "date",
                    "cell" : "data!D1",
                    "match" : "EXACT"
                  } ]
                } ],
                "unexpected" : [ ]
              },
              "anchors" : {
                "date" : "2020-02-01"
              },
              "rows" : {
                "physical" : 6,
                "header" : 1,
                "skipped" : { },
                "blank" : 0,
                "filtered" : {
                  "same date as the first row" : 1
                },
                "rejected" : 0,
                "accepted" : 4
              },
              "nulls" : {
                "value" : {
                  "#N/A" : 2
                }
              },
              "problems" : [ ],
              "problemCount" : 0,
              "problemsByColumn" : { },
              "warnings" : [ ],
              "notes" : [ ],
              "output" : {
                "location" : "STORE/bucket/output/uk_2020-02-01/run-1.csv",
                "rows" : 4,
                "bytes" : 126
              },
              "load" : {
                "table" : "metrics",
                "replaced" : {
                  "date" : [ "2020-02-01" ],
                  "location" : [ "UK", "FR" ]
                },
                "staged" : 4,
                "deleted" : 3,
                "inserted" : 4
              },
              "files" : [ ],
              "millis" : { }
            }"""
                .replace("SIZE", Integer.toString(ExampleWorkbooks.metrics().length)));
  }

  @Test
  void theLoaderIsToldWhatToReplace() {
    load(ExampleWorkbooks.metrics());

    assertThat(loader.requests).hasSize(1);
    assertThat(loader.requests.get(0).scope().keys())
        .containsExactly(List.of(DAY, "UK"), List.of(DAY, "FR"));
    assertThat(loader.requests.get(0).rows()).isEqualTo(4);
    assertThat(loader.requests.get(0).data())
        .hasToString("s3://bucket/output/uk_2020-02-01/run-1.csv");
  }

  /** Whoever gives a run a time limit must not undo what the pipeline guards. */
  @Test
  void theGuardsOfThePipelineHoldBesideThoseOfTheRun() {
    LoadGuards ofPipeline = LoadGuards.none().withMinRows(2).withMaxShrink(0.5);
    LoadOptions ofRun = LoadOptions.defaults().withGuards(LoadGuards.none().withMaxShrink(1));

    Ingestion.loading(
            MetricsPipeline.into(MetricsPipeline.TABLE).withGuards(ofPipeline),
            store(),
            "bucket",
            loader)
        .withLoadOptions(ofRun)
        .run(upload(ExampleWorkbooks.metrics()));

    assertThat(loader.requests.get(0).options())
        .isEqualTo(ofRun.withGuards(LoadGuards.none().withMinRows(2).withMaxShrink(1)));
  }

  @Test
  void aConversionLoadsNothing() {
    IngestReport report = convert(ExampleWorkbooks.metrics());

    assertThat(text(report))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 5 = kept 4 + filtered 1
            filtered  1 not: same date as the first row
            nulls     value 2 (#N/A 2)
            csv       STORE/bucket/output/uk_2020-02-01/run-1.csv (4 rows, 126 bytes)
            outcome   converted""");
    assertThat(loader.requests).isEmpty();
  }

  @Test
  void whatAPersonShouldKnowIsNoted() {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("Metrics of the day")
            .row("location", "metric", "comment", "VALUE", "date")
            .row("UK", "metric1", "checked", 0.65, 43862)
            .row()
            .hiddenRow("FR", "metric1", null, "n/a", DAY)
            .bytes();

    assertThat(text(load(workbook)))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 2 = kept 2 + filtered 0
            skipped   1 above the header
            blank     1 row
            nulls     value 1 (NOT_A_NUMBER 1)
            csv       STORE/bucket/output/uk_2020-02-01/run-1.csv (2 rows, 77 bytes)
            replaced  date 2020-02-01
            replaced  location UK, FR
            table     metrics: 3 rows deleted, 2 rows in the table for this file
            note      1 row is hidden in the sheet; it was read like the others
            note      1 date is a number without a date format (SERIAL_WITHOUT_FORMAT)
            note      data!C2: the column "comment" is not used
            outcome   loaded""");
  }

  @Test
  void aRejectedRowRefusesALoadAndAllProblemsAreListed() {
    byte[] workbook =
        metrics()
            .row("UK", "metric1", 0.65, DAY)
            .row(null, CellError.REF, 1, DAY)
            .row("FR", "metric1", 1, "soon")
            .bytes();

    assertRefused(
        workbook,
        """
        file      metrics.xlsx
        sheet     data
        anchor    date 2020-02-01
        rows      read 3 = kept 1 + filtered 0 + rejected 2
        problem   data!A3 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
        problem   data!B3 (metric): expected text, found the error #REF!; mend the formula, or declare what the error means for this column
        problem   data!D4 (date): expected a date, found text "soon"; enter it as a date, or as text like 2020-02-01
        problem   expected at most 0 rejected rows, found 2; correct the cells listed, or allow rejects
        outcome   refused""");
  }

  @Test
  void aRefusalTellsWhenItBeganAndHowMuchCameIn() {
    byte[] noWorkbook = "<html>".getBytes(StandardCharsets.UTF_8);

    assertThat(load(noWorkbook).input()).isEqualTo(new IngestReport.Input(6));
    assertThat(load(noWorkbook).startedAt()).isEqualTo(CLOCK.instant());
    assertThat(loading(loader).run(new Upload("no/such/key", source(noWorkbook))).input())
        .as("nobody opened it")
        .isNull();
  }

  @Test
  void aRefusalIsAlsoJson() {
    byte[] workbook =
        metrics().row("UK", "metric1", 0.65, DAY).row(null, "metric1", 1, DAY).bytes();

    assertThat(json(load(workbook)))
        .endsWith(
            """
              "problems" : [ {
                "code" : "REQUIRED",
                "severity" : "ROW",
                "cell" : "data!A3",
                "sheet" : "data",
                "row" : 3,
                "kind" : "BLANK",
                "column" : "location",
                "header" : "location",
                "raw" : "",
                "message" : "expected a value, found a blank cell",
                "hint" : "fill the cell, or declare the column nullable"
              }, {
                "code" : "TOO_MANY_REJECTS",
                "severity" : "FILE",
                "column" : "",
                "header" : "",
                "raw" : "",
                "message" : "expected at most 0 rejected rows, found 1",
                "hint" : "correct the cells listed, or allow rejects"
              } ],
              "problemCount" : 2,
              "problemsByColumn" : {
                "location" : {
                  "REQUIRED" : 1
                }
              },
              "warnings" : [ ],
              "notes" : [ ],
              "files" : [ ],
              "millis" : { }
            }""");
  }

  @Test
  void aConversionLeavesRejectedRowsOut() {
    byte[] workbook =
        metrics().row("UK", "metric1", 0.65, DAY).row(null, "metric1", 1, DAY).bytes();

    assertThat(text(convert(workbook)))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 2 = kept 1 + filtered 0 + rejected 1
            csv       STORE/bucket/output/uk_2020-02-01/run-1.csv (1 row, 54 bytes)
            problem   data!A3 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
            outcome   converted""");
  }

  @Test
  void aBudgetAllowsSomeRejectedRows() {
    byte[] one = metrics().row("UK", "m", 1, DAY).row(null, "m", 1, DAY).bytes();
    byte[] two = metrics().row("UK", "m", 1, DAY).row(null, "m", 1, DAY).row("UK").bytes();
    Ingestion<MetricRow> ingestion = loading(loader).withRejectBudget(RejectBudget.of(1));

    assertThat(ingestion.run(upload(one)).outcome()).isEqualTo(IngestReport.Outcome.LOADED);
    assertThat(ingestion.run(upload(two)).outcome()).isEqualTo(IngestReport.Outcome.REFUSED);
  }

  @Test
  void noRowToKeepRefusesTheFile() {
    assertRefused(
        metrics().row().row(" ", null, null, "\u00a0").bytes(),
        """
        file      metrics.xlsx
        sheet     data
        rows      read 0 = kept 0 + filtered 0
        blank     2 rows
        problem   expected at least one row to keep, found none among 0 data rows; check that this is the right sheet; nothing was deleted
        outcome   refused""");
  }

  @Test
  void onlyRejectedRowsRefuseAConversion() {
    assertThat(text(convert(metrics().row(null, "metric1", 1, DAY).bytes())))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            anchor    date 2020-02-01
            rows      read 1 = kept 0 + filtered 0 + rejected 1
            problem   data!A2 (location): expected a value, found a blank cell; fill the cell, or declare the column nullable
            problem   expected at least one row to keep, found none among 1 data rows; check that this is the right sheet; nothing was deleted
            outcome   refused""");
    assertNothingWritten();
  }

  @Test
  void anUnreadableAnchorRefusesTheFile() {
    assertRefused(
        metrics().row("UK", "metric1", 0.65, CellError.NA).row("UK", "m", 1, DAY).bytes(),
        """
        file      metrics.xlsx
        sheet     data
        problem   data!D2 (date): expected a date, found the error #N/A; correct this cell, since all rows are compared with it
        outcome   refused""");
  }

  @Test
  void aHeaderThatLacksColumnsRefusesTheFile() {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("location", "metrics", "date")
            .row("UK", "metric1", DAY)
            .bytes();

    assertRefused(
        workbook,
        """
        file      metrics.xlsx
        sheet     data
        problem   sheet "data": expected the header "metric", found in row 1 only "location", "date", "metrics"; did you mean "metrics"? declare it as an alias
        problem   sheet "data": expected the header "value", found in row 1 only "location", "date", "metrics"; add the column, or correct its header
        outcome   refused""");
  }

  @Test
  void aMissingSheetRefusesTheFile() {
    byte[] workbook = WorkbookBuilder.workbook().sheet("Date").sheet("old", "hidden").bytes();

    assertRefused(
        workbook,
        """
        file      metrics.xlsx
        problem   metrics.xlsx: expected a sheet named "data", found "Date", "old" (hidden); did you mean "Date"?
        outcome   refused""");
  }

  @Test
  void aKeyOfAnotherFormRefusesTheFile() {
    IngestReport report =
        loading(loader).run(new Upload("metrics.xlsx", source(ExampleWorkbooks.metrics())));

    assertThat(text(report))
        .isEqualTo(
            """
            file      metrics.xlsx
            problem   expected a key like {label}/{file}.xlsx, found "metrics.xlsx"; put the file where the pipeline looks for it
            outcome   refused""");
    assertNothingWritten();
  }

  @Test
  void whatIsNoWorkbookIsRefused() {
    assertRefused(
        "<html><table><tr><td>location</td></tr></table></html>".getBytes(StandardCharsets.UTF_8),
        """
        file      metrics.xlsx
        problem   metrics.xlsx: expected an Excel workbook (.xlsx), found an HTML page, whatever its name says; open it in Excel and save it as .xlsx
        outcome   refused""");
  }

  @Test
  void aWorkbookThatBreaksInTheMiddleLeavesNothing() {
    byte[] workbook =
        metrics()
            .row("UK", "metric1", 0.65, DAY)
            .row("UK", "metric2", new CellXml("t=\"s\"", "<v>99</v>"), DAY)
            .bytes();

    assertRefused(
        workbook,
        """
        file      metrics.xlsx
        sheet     data
        anchor    date 2020-02-01
        rows      read 1 = kept 1 + filtered 0
        problem   metrics.xlsx: xl/worksheets/sheet1.xml: data!C3: expected one of 7 shared strings, found index "99"; ask the sender for the file again
        outcome   refused""");
  }

  record Visit(@FillMerged @Nullable String city, String guest) {}

  @Test
  void mergedCellsOfAPlainSchemaAreFilled() {
    Pipeline<Visit> visits =
        Pipeline.of("visits", RowSchema.of(Visit.class).plain(), MetricsPlan.APPEND).build();
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("city", "guest")
            .row("UK", "a")
            .row("FR", "b")
            .row(null, "c")
            .row(null, "d")
            .edit("xl/worksheets/sheet1.xml", WorkbookParts.merged("A3:A4"))
            .bytes();

    IngestReport report =
        Ingestion.converting(visits, store(), "bucket")
            .withRunIds(() -> "run-1")
            .run(upload(workbook));

    assertThat(folder.resolve("bucket/output/uk/run-1.csv"))
        .hasContent("city,guest\nUK,a\nFR,b\nFR,c\n,d\n");
    assertThat(report.nulls()).hasToString("{city={blank=1}}");
  }

  @Test
  void aRangeThatIsReadInsteadOfItsSheetIsSaid() {
    Pipeline<MetricRow> range =
        Pipeline.of("range", RowSchema.of(MetricRow.class), MetricsPlan.APPEND)
            .build()
            .withSheet(SheetSelector.range("data!A1:D3"));

    IngestReport report =
        Ingestion.converting(range, store(), "bucket")
            .withRunIds(() -> "run-1")
            .run(upload(ExampleWorkbooks.metrics()));

    assertThat(text(report))
        .startsWith(
            """
            file      metrics.xlsx
            sheet     data
            rows      read 2 = kept 2 + filtered 0
            """)
        .contains("\nnote      only the range data!A1:D3 is read\n");
  }

  @Test
  void aLimitThatIsPassedLeavesNothing() {
    Pipeline<MetricRow> narrow =
        Pipeline.of("narrow", RowSchema.of(MetricRow.class), MetricsPlan.APPEND)
            .limits(ReadLimits.defaults().withCells(11))
            .build();

    IngestReport report =
        Ingestion.converting(narrow, store(), "bucket")
            .withRunIds(() -> "run-1")
            .run(upload(ExampleWorkbooks.metrics()));

    assertThat(text(report))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            rows      read 1 = kept 1 + filtered 0
            problem   metrics.xlsx: xl/worksheets/sheet1.xml, line 2: expected at most 11 cells, found more; raise the limit with ReadLimits.withCells if the file is sound
            outcome   refused""");
    assertNothingWritten();
  }

  @Test
  void aRowFilterCountsUnderItsName() {
    Pipeline<MetricRow> british =
        Pipeline.of("british", RowSchema.of(MetricRow.class), MetricsPlan.APPEND)
            .filter(RowFilter.keep("British", row -> row.location().equals("UK")))
            .build();

    IngestReport report =
        Ingestion.loading(british, store(), "bucket", loader)
            .withRunIds(() -> "run-1")
            .run(upload(ExampleWorkbooks.metrics()));

    assertThat(text(report))
        .isEqualTo(
            """
            file      metrics.xlsx
            sheet     data
            rows      read 5 = kept 4 + filtered 1
            filtered  1 not: British
            nulls     value 2 (#N/A 2)
            csv       STORE/bucket/output/uk/run-1.csv (4 rows, 127 bytes)
            table     metrics: 3 rows deleted, 4 rows in the table for this file
            outcome   loaded""");
  }

  @Test
  void bytesThatCannotBeReadAreAFailureAndNoRefusal() {
    Upload upload = new Upload("uk/a.xlsx", WorkbookSource.of(folder.resolve("missing.xlsx")));

    assertThatThrownBy(() -> loading(loader).run(upload))
        .isInstanceOf(WorkbookException.class)
        .hasMessage(
            "missing.xlsx: expected a file, found none; check the path "
                + folder.resolve("missing.xlsx"));
  }

  @Test
  void aStoreThatFailsIsAFailure() throws Exception {
    Files.writeString(folder.resolve("bucket"), "a file where the bucket should be");

    assertThatThrownBy(() -> load(ExampleWorkbooks.metrics())).isInstanceOf(StoreException.class);
    assertThat(loader.requests).isEmpty();
  }

  @Test
  void aLoadThatFailsIsAFailure() {
    LoadException failure =
        new LoadException(LoadException.Reason.CONFLICT, "metrics: expected no lock", null);
    TableLoader failing =
        request -> {
          throw failure;
        };

    assertThatThrownBy(() -> loading(failing).run(upload(ExampleWorkbooks.metrics())))
        .isSameAs(failure);
  }

  @Test
  void runIdsSortByTimeAndDoNotRepeat() {
    Pipeline<MetricRow> pipeline = MetricsPipeline.into(MetricsPipeline.TABLE);
    Ingestion<MetricRow> ingestion = Ingestion.converting(pipeline, store(), "bucket");

    String first = ingestion.run(upload(ExampleWorkbooks.metrics())).run();
    String second = ingestion.run(upload(ExampleWorkbooks.metrics())).run();

    assertThat(first).matches("\\d{8}T\\d{6}Z-[0-9a-f]{8}").isNotEqualTo(second);
  }

  private static final class MetricsPlan {
    static final LoadPlan APPEND = LoadPlan.into(TableName.parse("metrics")).append();
  }

  private static WorkbookBuilder metrics() {
    return WorkbookBuilder.workbook().sheet("data").row("location", "metric", "value", "date");
  }

  private void assertRefused(byte[] workbook, String report) {
    assertThat(text(load(workbook))).isEqualTo(report);
    assertNothingWritten();
    assertThat(loader.requests).isEmpty();
  }

  private void assertNothingWritten() {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).isEmpty();
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private IngestReport load(byte[] workbook) {
    return loading(loader).run(upload(workbook));
  }

  private IngestReport convert(byte[] workbook) {
    return Ingestion.converting(MetricsPipeline.into(MetricsPipeline.TABLE), store(), "bucket")
        .withRunIds(() -> "run-1")
        .run(upload(workbook));
  }

  private Ingestion<MetricRow> loading(TableLoader to) {
    return Ingestion.loading(MetricsPipeline.into(MetricsPipeline.TABLE), store(), "bucket", to)
        .withClock(CLOCK)
        .withRunIds(() -> "run-1");
  }

  private DirectoryObjectStore store() {
    return new DirectoryObjectStore(folder);
  }

  private static Upload upload(byte[] workbook) {
    return new Upload("uk/metrics.xlsx", source(workbook));
  }

  private static WorkbookSource source(byte[] workbook) {
    return WorkbookSource.of("metrics.xlsx", workbook);
  }

  private String text(IngestReport report) {
    return ReportText.of(report).replace(folder.toString(), "STORE");
  }

  /** The JSON without times, which differ from run to run. */
  private String json(IngestReport report) {
    return ReportJson.pretty(report)
        .replace(folder.toString(), "STORE")
        .replaceAll("\"millis\" : \\{[^}]*}", "\"millis\" : { }");
  }
}
