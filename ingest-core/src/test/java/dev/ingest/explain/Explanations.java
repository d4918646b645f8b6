package dev.ingest.explain;

import dev.ingest.pipeline.Pipeline;
import dev.ingest.report.ExplanationText;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;

/** Explains cells of workbooks in memory. */
final class Explanations {

  private Explanations() {}

  static CellExplanation of(String name, byte[] file, Pipeline<?> pipeline, CellQuestion question) {
    try (Workbook workbook = Workbook.open(WorkbookSource.of(name, file), ReadOptions.defaults())) {
      return CellExplanation.of(workbook, pipeline, question);
    }
  }

  /** Returns the printed text, with a line end after the last line. */
  static String text(String name, byte[] file, Pipeline<?> pipeline, String address) {
    return ExplanationText.of(of(name, file, pipeline, CellQuestion.at(address))) + "\n";
  }
}
