package dev.ingest.workbook.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ingest.definition.PipelineFile;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.proposal.Proposal;
import dev.ingest.proposal.Proposals;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each sheet of the corpus that has a table gets a proposal, which then reads the sheet as it
 * foretold; the others are refused for want of a header. Encrypted files are opened with their
 * passwords.
 */
class CorpusProposalsTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TestFactory
  Stream<DynamicTest> everyTableIsReadAsItsProposalForetells() throws IOException {
    Corpus corpus = Corpus.required();
    return corpus.files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.name(),
                    () ->
                        assertTimeoutPreemptively(
                            LONGEST, () -> check(file, corpus.workbook(file)))));
  }

  private static void check(CorpusFile described, Path file) {
    ReadOptions options = described.options();
    try (Workbook workbook = Workbook.open(WorkbookSource.of(file), options)) {
      for (Sheet sheet : workbook.sheets()) {
        check(file, options, workbook, "sheet:" + sheet.name());
      }
    } catch (WorkbookException refusal) {
      assertThat(refusal.getMessage()).isNotBlank(); // CorpusTest holds what it says
    }
  }

  private static void check(Path file, ReadOptions options, Workbook workbook, String sheet) {
    Proposal proposal;
    try {
      proposal = Proposal.of(workbook, sheet);
    } catch (RefusedFileException refusal) {
      assertThat(refusal).hasMessageContaining(": expected a header, which is a row of different");
      return;
    }
    IngestReport report =
        Proposals.convert(
            PipelineFile.parse("proposal.yaml", proposal.yaml()), WorkbookSource.of(file), options);
    List<ProblemCode> codes = report.problems().stream().map(problem -> problem.code()).toList();
    long ofNoCell = codes.stream().filter(CorpusProposalsTest::isOfNoCell).count();

    assertThat(report.problemCount() - ofNoCell).as(sheet).isEqualTo(proposal.misfits());
    assertThat(report.rows().accepted() + report.rows().rejected())
        .as(sheet)
        .isEqualTo(proposal.rows());
  }

  /** A proposal foretells cells that do not fit; each of a header that stands again does. */
  private static boolean isOfNoCell(ProblemCode code) {
    return code == ProblemCode.EMPTY_RESULT || code == ProblemCode.HEADER_REPEATED;
  }
}
