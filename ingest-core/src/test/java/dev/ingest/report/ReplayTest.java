package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.annotate.AnnotationLimits;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.problem.Problem;
import dev.ingest.workbook.SheetSelector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back: a workbook is annotated, corrected by its sender, and sent again. */
class ReplayTest {

  private static final String CHANGED =
      "expected the rows that the earlier round has taken as they were and in their order, found them sorted, added to or changed; undo that, since it cannot be told which rows were marked, or load all rows";

  @TempDir Path folder;
  private Runs runs;

  @BeforeEach
  void openTheStore() {
    runs = new Runs(folder);
  }

  @Test
  void theCorrectedWorkbookGoesInAsItIs() throws Exception {
    runs.load(Runs.bad().bytes(), 0);

    IngestReport again = runs.load(corrected(annotated(), ReplayTest::correctAll), 0);

    assertThat(again.outcome()).isEqualTo(Outcome.LOADED);
    assertThat(again.problems()).isEmpty();
    assertThat(again.rows().accepted()).isEqualTo(8);
    assertThat(again.warnings())
        .contains("the workbook was annotated earlier; its sheet \"Problems\" is passed over");
  }

  @Test
  void onlyTheMarkedRowsAreTakenWhenAsked() throws Exception {
    runs.convert(Runs.bad().bytes());

    IngestReport again =
        onlyCorrected().run(Runs.upload(corrected(annotated(), ReplayTest::correctAll)));

    assertThat(again.rows().filtered()).hasToString("{marked in the earlier round=5}");
    assertThat(again.rows().balances()).isTrue();
    assertThat(output())
        .isEqualTo(
            """
            city,customer,amount,day
            Bern,22,1,2020-02-01
            Lima,23,3,2020-02-01
            Kyiv,24,4,2020-02-01
            Riga,25,5,2020-02-01
            """);
  }

  /** Names move with the rows, as Excel does it and POI does. */
  @Test
  void rowsThatMoveAreFound() throws Exception {
    runs.convert(Runs.bad().bytes());

    byte[] moved =
        corrected(
            annotated(),
            sheet -> {
              correctAll(sheet);
              sheet.shiftRows(8, 11, 2);
            });
    IngestReport again = onlyCorrected().run(Runs.upload(moved));

    assertThat(again.rows().accepted()).isEqualTo(4);
    assertThat(output()).contains("Bern,22", "Lima,23", "Kyiv,24", "Riga,25");
  }

  /** Sorting moves the cells, their fills and notes, and leaves the names where they are. */
  @Test
  void rowsThatWereSortedAreRefused() throws Exception {
    runs.convert(Runs.bad().bytes());

    byte[] sorted =
        corrected(
            annotated(),
            sheet -> {
              correctAll(sheet);
              swap(sheet, 2, 8);
              swap(sheet, 4, 10);
            });

    assertRefused(onlyCorrected().run(Runs.upload(sorted)), CHANGED);
    assertThat(folder.resolve("bucket/output/uk/run-1.csv")).content().doesNotContain("Bern");
  }

  /** Each would be lost without a word: a row that was taken is not taken again. */
  @Test
  void rowsThatWereAddedOrChangedOrDeletedAreRefused() throws Exception {
    runs.convert(Runs.bad().bytes());
    List<Consumer<XSSFSheet>> changes =
        List.of(
            sheet -> set(sheet, "A3", "Nice"),
            sheet -> set(sheet, "B4", 180),
            sheet -> sheet.removeRow(sheet.getRow(4)),
            sheet -> sheet.createRow(12).createCell(0).setCellValue("Bonn"));

    for (Consumer<XSSFSheet> change : changes) {
      assertRefused(onlyCorrected().run(Runs.upload(corrected(annotated(), change))), CHANGED);
    }
  }

  @Test
  void whatNobodyReadsMayChange() throws Exception {
    runs.convert(Runs.bad().bytes());

    byte[] changed =
        corrected(
            annotated(),
            sheet -> {
              correctAll(sheet);
              set(sheet, "A1", "Sales of February, corrected");
              set(sheet, "C3", "looked at");
              sheet.getRow(3).getCell(1).getCellStyle().setLocked(false);
              sheet.createRow(14).createCell(0).setCellValue(" ");
            });

    assertThat(onlyCorrected().run(Runs.upload(changed)).rows().accepted()).isEqualTo(4);
  }

  /** A part has the first row too, which rows are compared with and which was taken. */
  @Test
  void aPartThatWasSortedIsRefused() throws Exception {
    runs.converting().withRecorder(small()).run(Runs.upload(Runs.bad().bytes()));

    byte[] sorted = corrected(annotated(), sheet -> swap(sheet, 1, 3));

    assertRefused(onlyCorrected().run(Runs.upload(sorted)), CHANGED);
  }

  @Test
  void whatIsStillBadIsMarkedAgainAndTakenLater() throws Exception {
    runs.convert(Runs.bad().bytes());
    byte[] half = corrected(annotated(), sheet -> set(sheet, "A9", "Bern"));

    IngestReport second = onlyCorrected().run(Runs.upload(half));
    IngestReport third =
        onlyCorrected().run(Runs.upload(corrected(annotated(), ReplayTest::correctAll)));

    assertThat(second.rows().accepted()).isEqualTo(1);
    assertThat(second.problemCount()).isEqualTo(4);
    assertThat(third.rows().accepted()).isEqualTo(3);
    assertThat(output()).contains("Lima,23").doesNotContain("Bern");
  }

  /** A second round that takes nothing must not lose the rows that were corrected for it. */
  @Test
  void aRefusedReplayKeepsAllRowsForTheNext() throws Exception {
    runs.convert(Runs.bad().bytes());
    byte[] half = corrected(annotated(), sheet -> set(sheet, "A9", "Bern"));

    IngestReport refused = appending().onlyCorrected().run(Runs.upload(half));
    byte[] whole = corrected(annotated(), ReplayTest::correctAll);
    IngestReport loaded = appending().onlyCorrected().run(Runs.upload(whole));

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(loaded.rows().accepted()).isEqualTo(4);
  }

  @Test
  void rowsOfARefusedFileAreNotTakenAlone() throws Exception {
    runs.load(Runs.bad().bytes(), 0);

    assertRefused(
        onlyCorrected().run(Runs.upload(corrected(annotated(), ReplayTest::correctAll))),
        "expected an earlier round that has taken the rows without problems, found one that has refused the file; load all rows of the corrected workbook");
  }

  @Test
  void aWorkbookWithoutMarksHasNoMarkedRows() {
    assertRefused(
        onlyCorrected().run(Runs.upload(Runs.good().bytes())),
        "expected a workbook that an earlier round has annotated, found no marks of one; send the annotated workbook, corrected, or load all rows");
  }

  @Test
  void aPartIsNotTakenForTheWhole() throws Exception {
    runs.converting().withRecorder(small()).run(Runs.upload(Runs.bad().bytes()));
    byte[] part = annotated();

    assertRefused(
        runs.convert(part),
        "expected a whole workbook, found the part of one that has the rows with problems; ask for the corrected rows only, or correct the whole workbook");
  }

  /** It has the first row as well, since rows are compared with its day; that row is not taken. */
  @Test
  void aPartGivesItsCorrectedRows() throws Exception {
    IngestReport first =
        runs.converting().withRecorder(small()).run(Runs.upload(Runs.bad().bytes()));
    byte[] part =
        corrected(
            annotated(),
            sheet -> {
              set(sheet, "A3", "Bern");
              set(sheet, "B4", 23);
              sheet.getRow(3).getCell(4).setCellValue(Runs.DAY);
              set(sheet, "B5", 24);
              set(sheet, "A6", "Riga");
            });

    IngestReport again = onlyCorrected().run(Runs.upload(part));

    assertThat(first.warnings())
        .contains(
            "annotated.xlsx holds the rows with problems only, since a sheet of at most 100 bytes is copied whole, and this one has 1,675");
    assertThat(again.rows().filtered()).hasToString("{marked in the earlier round=1}");
    assertThat(again.rows().accepted()).isEqualTo(4);
    assertThat(again.anchors()).hasToString("{day=2020-02-01}");
  }

  /** The pipeline's sheet is the only visible one: the list of problems does not count. */
  @Test
  void theListOfProblemsIsNoSheet() throws Exception {
    runs.convert(Runs.bad().bytes());
    Ingestion<Runs.Sale> visible =
        Ingestion.converting(
                Runs.SALES.withSheet(SheetSelector.onlyVisible()), runs.store(), "bucket")
            .withRunIds(() -> "run-1");

    assertThat(visible.run(Runs.upload(annotated())).sheet()).isEqualTo("data");
  }

  @Test
  void aLoadThatReplacesIsNoReplay() {
    assertThatThrownBy(
            () ->
                Ingestion.loading(Runs.SALES, runs.store(), "bucket", request -> null)
                    .onlyCorrected())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("only corrected rows: expected a plan that appends, found ");
  }

  private Ingestion<Runs.Sale> onlyCorrected() {
    return runs.converting().onlyCorrected();
  }

  private Ingestion<Runs.Sale> appending() {
    LoadPlan append = LoadPlan.into(TableName.parse("sales")).append();
    return Ingestion.loading(
            Runs.SALES.withPlan(append),
            runs.store(),
            "bucket",
            request -> new LoadResult(request.rows(), 0, request.rows()))
        .withRunIds(() -> "run-1")
        .withRecorder(RunFiles.in(runs.store(), "bucket").withKeys("{name}"));
  }

  private RunFiles small() {
    return RunFiles.in(runs.store(), "bucket")
        .withKeys("{name}")
        .withAnnotationLimits(new AnnotationLimits(100, 50));
  }

  private byte[] annotated() throws IOException {
    return Files.readAllBytes(folder.resolve("bucket/annotated.xlsx"));
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("bucket/output/uk/run-1.csv"), StandardCharsets.UTF_8);
  }

  /** Corrects a workbook with a program that writes all of it anew. */
  private static byte[] corrected(byte[] workbook, Consumer<XSSFSheet> corrections)
      throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      corrections.accept(book.getSheet("data"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void correctAll(XSSFSheet sheet) {
    set(sheet, "A9", "Bern");
    set(sheet, "B10", 23);
    sheet.getRow(9).getCell(4).setCellValue(Runs.DAY);
    set(sheet, "B11", 24);
    set(sheet, "A12", "Riga");
  }

  /** Lets two rows change places, with values and styles, as sorting does. */
  private static void swap(XSSFSheet sheet, int one, int other) {
    int spare = sheet.getLastRowNum() + 10;
    CellCopyPolicy all = new CellCopyPolicy();
    sheet.createRow(spare).copyRowFrom(sheet.getRow(one), all);
    sheet.getRow(one).copyRowFrom(sheet.getRow(other), all);
    sheet.getRow(other).copyRowFrom(sheet.getRow(spare), all);
    sheet.removeRow(sheet.getRow(spare));
  }

  private static void set(XSSFSheet sheet, String cell, Object value) {
    CellReference at = new CellReference(cell);
    if (value instanceof Integer number) {
      sheet.getRow(at.getRow()).getCell(at.getCol()).setCellValue(number);
    } else {
      sheet.getRow(at.getRow()).getCell(at.getCol()).setCellValue(value.toString());
    }
  }

  private static void assertRefused(IngestReport report, String problem) {
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.problems()).extracting(Problem::describe).containsExactly(problem);
  }
}
