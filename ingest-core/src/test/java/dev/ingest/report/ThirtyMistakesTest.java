package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Problem;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.PlantedMistakes;
import dev.ingest.testkit.workbook.PlantedOrder;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workbook with thirty mistakes, each of another kind, is told all of them in one run; the sender
 * finds them as notes in the annotated copy, mends that copy, and sends it again.
 */
class ThirtyMistakesTest {

  @TempDir Path folder;

  @Test
  void thirtyMistakesAreThirtyProblemsAtOnce() {
    IngestReport report = run("orders.xlsx", PlantedMistakes.workbook().bytes());

    assertThat(report.problems())
        .extracting(ThirtyMistakesTest::line)
        .containsExactlyElementsOf(PlantedMistakes.expected());
    assertThat(report.problems()).hasSize(30);
    assertThat(report.rows().rejected()).isEqualTo(30);
    assertThat(report.rows().accepted()).isEqualTo(1);
  }

  @Test
  void theAnnotatedWorkbookHasJustTheseNotes() throws Exception {
    IngestReport report = run("orders.xlsx", PlantedMistakes.workbook().bytes());

    assertThat(notes(annotated())).isEqualTo(texts(report.problems()));
  }

  @Test
  void theMendedCopyIsClean() throws Exception {
    run("orders.xlsx", PlantedMistakes.workbook().bytes());

    IngestReport again = run("mended.xlsx", mended(annotated()));

    assertThat(again.problems()).isEmpty();
    assertThat(again.outcome()).isEqualTo(Outcome.CONVERTED);
    assertThat(again.rows().accepted()).isEqualTo(31);
    assertThat(again.warnings())
        .containsExactly(
            "the workbook was annotated earlier; its sheet \"Problems\" is passed over");
  }

  private static String line(Problem problem) {
    String cell = problem.cell() == null ? "" : problem.cell().a1();
    String hint = problem.hint().isEmpty() ? "" : "; " + problem.hint();
    return "%s %s %s%s".formatted(cell, problem.code(), problem.message(), hint);
  }

  private IngestReport run(String name, byte[] workbook) {
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    return Ingestion.converting(PlantedOrder.pipeline(), store, "bucket")
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"))
        .run(new Upload("uk/" + name, WorkbookSource.of(name, workbook)));
  }

  private byte[] annotated() throws IOException {
    return Files.readAllBytes(folder.resolve("bucket/annotated.xlsx"));
  }

  private static Map<String, String> notes(byte[] workbook) throws IOException {
    Map<String, String> notes = new TreeMap<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      book.getSheet("data")
          .getCellComments()
          .forEach((at, note) -> notes.put(at.formatAsString(), note.getString().getString()));
    }
    return notes;
  }

  private static Map<String, String> texts(List<Problem> problems) {
    Map<String, String> texts = new TreeMap<>();
    for (Problem problem : problems) {
      String hint = problem.hint().isEmpty() ? "" : "\n" + problem.hint();
      texts.put(
          problem.cell() == null ? "" : problem.cell().a1(),
          "[ingest] " + problem.message() + hint);
    }
    return texts;
  }

  /** Mends as a person would: each row has what the good one has, and an id of its own. */
  private static byte[] mended(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet data = book.getSheet("data");
      Row good = data.getRow(1);
      for (int i = 2; i < PlantedMistakes.all().size() + 2; i++) {
        Row row = data.getRow(i);
        row.setZeroHeight(false);
        for (Cell from : good) {
          copy(
              from, row.getCell(from.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        }
        row.getCell(0).setCellValue("FX-" + (100 + i));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void copy(Cell from, Cell to) {
    to.setBlank();
    to.setCellStyle(from.getCellStyle());
    switch (from.getCellType()) {
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
      default -> to.setCellValue(from.getStringCellValue());
    }
  }
}
