package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Masking;
import dev.ingest.problem.Problem;
import dev.ingest.row.AtLeast;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.Matches;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Sensitive;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A column that the schema calls sensitive is masked in all that a run tells, without a word more:
 * its values stand in the output and in the sender's own annotated workbook alone.
 */
class SensitiveColumnsTest {

  private static final String PLANTED = "PLANTED-4711";

  record Patient(
      @Sensitive @Matches("[0-9]{6}") String insurance, String ward, @AtLeast("0") int days) {

    Patient {
      if (days > 90) {
        throw new IllegalArgumentException(insurance + " stays too long");
      }
    }
  }

  private static final Pipeline<Patient> PATIENTS =
      Pipeline.of(
              "patients",
              RowSchema.of(Patient.class),
              LoadPlan.into(TableName.parse("patients")).append())
          .filter(RowFilter.sameAsFirst("insurance"))
          .rule(RowRule.uniqueKey(DuplicateRows.REJECT, "insurance", "ward"))
          .build();

  @TempDir Path folder;

  @Test
  void aPlantedValueIsInNoFileButTheAnnotatedWorkbook() throws Exception {
    IngestReport report =
        run(
            sheet()
                .row("471147", "A", 3)
                .row(PLANTED, "A", 4)
                .row(PLANTED, "B", -1)
                .row("471147", "A", 5)
                .row("471147", "C", 91));

    assertThat(report.problemCount()).isEqualTo(5);
    assertThat(report.toString()).doesNotContain(PLANTED, "471147");
    assertThat(ReportText.of(report)).doesNotContain(PLANTED, "471147");
    assertThat(filesWith(PLANTED)).containsExactly("annotated.xlsx");
    assertThat(filesWith("471147")).containsExactly("annotated.xlsx", "output.csv");
  }

  @Test
  void whatIsMaskedKeepsItsLengthAndAHash() {
    IngestReport report =
        run(
            Masking.none().withKey(new byte[32]),
            sheet().row("471147", "A", 3).row(PLANTED, "A", 4));

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.raw()).isEqualTo("***** (12 characters, hash da0b02)");
              assertThat(problem.message())
                  .isEqualTo(
                      "expected text that matches [0-9]{6}, found ***** (12 characters, hash da0b02)");
            });
  }

  @Test
  void equalValuesAreKnownWithinARunAndInNoOther() {
    WorkbookBuilder workbook =
        sheet().row("471147", "A", 3).row(PLANTED, "A", 4).row(PLANTED, "B", 5);

    List<String> first = raws(run(workbook));
    List<String> second = raws(run(workbook));

    assertThat(first).hasSize(2).containsOnly(first.get(0));
    assertThat(second).hasSize(2).containsOnly(second.get(0)).doesNotContain(first.get(0));
  }

  private static List<String> raws(IngestReport report) {
    return report.problems().stream().map(Problem::raw).toList();
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data").row("insurance", "ward", "days");
  }

  private IngestReport run(WorkbookBuilder workbook) {
    return run(Masking.none(), workbook);
  }

  private IngestReport run(Masking masking, WorkbookBuilder workbook) {
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    return Ingestion.converting(PATIENTS, store, "bucket")
        .withRunIds(() -> "run-1")
        .withMasking(masking)
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"))
        .run(new Upload("uk/p.xlsx", WorkbookSource.of("p.xlsx", workbook.bytes())));
  }

  /** Returns the names of the files that hold a text; a zip is looked into. */
  private List<String> filesWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (content(file).contains(text)) {
          String name = file.getFileName().toString();
          found.add(name.equals("run-1.csv") ? "output.csv" : name);
        }
      }
    }
    return found;
  }

  private static String content(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    StringBuilder content = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return content.toString();
  }
}
