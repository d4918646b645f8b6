package dev.ingest.bench.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.bench.measure.CsvComparison;
import dev.ingest.bench.program.MetricsPolicy;
import dev.ingest.bench.program.MetricsRecords;
import dev.ingest.bench.program.MetricsTranscoding;
import dev.ingest.bench.program.WidePolicy;
import dev.ingest.bench.program.WideRecords;
import dev.ingest.bench.program.WideTranscoding;
import dev.ingest.bench.program.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generator says a workbook holds is what this library reads in it. */
class WorkbookFolderTest {

  @TempDir private Path folder;

  @Test
  void fiveRowsAsTheyAreExpected() throws IOException {
    ReadyWorkbook tiny = ready(Workbooks.tiny());

    assertThat(tiny.expected())
        .hasContent(
            """
            location,metric,value,date
            Location M1,metric190,0.374,2020-02-01
            Location G0,metric72,0.497,2020-02-01
            Location T0,metric143,0.65400000000000003,2020-02-01
            Location F1,metric35,0.86399999999999999,2020-02-01
            Location N1,metric124,0.69199999999999995,2020-02-01
            """);
  }

  @ParameterizedTest
  @EnumSource
  void eachProducersWorkbookHoldsTheExpectedRows(Producer producer) throws IOException {
    ReadyWorkbook workbook = ready(BenchWorkbook.metrics("small_" + producer, 500, 10, producer));

    assertReads(new MetricsRecords(), workbook);
    assertReads(new MetricsPolicy(), workbook);
    assertReads(new MetricsTranscoding(), workbook);
  }

  @Test
  void theWideWorkbookHoldsTheExpectedRows() throws IOException {
    ReadyWorkbook workbook = ready(Workbooks.wide().withRows(100));

    assertReads(new WideRecords(), workbook);
    assertReads(new WidePolicy(), workbook);
    assertReads(new WideTranscoding(), workbook);
  }

  @Test
  void aClaimOfAHugeSheetChangesNothing() throws IOException {
    ReadyWorkbook workbook = ready(BenchWorkbook.odd("claim", Oddity.HUGE_DIMENSION));

    assertReads(new MetricsTranscoding(), workbook);
  }

  @Test
  void aTenthOfTheRowsHasTheFirstRowsDate() throws IOException {
    ReadyWorkbook workbook = ready(BenchWorkbook.metrics("tenth", 10_000, 10, Producer.EXCEL));

    assertThat(Files.readAllLines(workbook.expected())).hasSizeBetween(900, 1_100);
  }

  @Test
  void whatStandsThereIsNotMadeAgain() throws IOException {
    ReadyWorkbook once = ready(Workbooks.tiny());
    Files.writeString(once.file(), "kept");

    assertThat(ready(Workbooks.tiny()).file()).hasContent("kept");
  }

  @Test
  void theSameBytesEachTime() throws IOException {
    ReadyWorkbook one = ready(Workbooks.wide().withRows(20));
    ReadyWorkbook other =
        new WorkbookFolder(folder.resolve("again")).ready(Workbooks.wide().withRows(20));

    assertThat(one.file()).hasSameBinaryContentAs(other.file());
  }

  private ReadyWorkbook ready(BenchWorkbook workbook) throws IOException {
    return new WorkbookFolder(folder).ready(workbook);
  }

  private void assertReads(Work work, ReadyWorkbook workbook) throws IOException {
    Path csv = folder.resolve("found.csv");
    work.run(workbook.file(), csv);

    assertThat(new CsvComparison(workbook.workbook().table()).difference(workbook.expected(), csv))
        .isEmpty();
  }
}
