package dev.ingest.proposal;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Proposals of workbooks that tests build. */
public final class Proposals {

  private Proposals() {}

  /** Returns a sheet {@code data} with a column of row names, and one of these cells. */
  static WorkbookBuilder column(String header, @Nullable Object... cells) {
    WorkbookBuilder workbook = WorkbookBuilder.workbook().sheet("data").row("row", header);
    for (int i = 0; i < cells.length; i++) {
      workbook.row("r" + (i + 1), cells[i]);
    }
    return workbook;
  }

  static Proposal of(WorkbookBuilder workbook) {
    return of(WorkbookSource.of("book.xlsx", workbook.bytes()));
  }

  static Proposal ofCsv(String text) {
    return of(csv(text));
  }

  static WorkbookSource csv(String text) {
    return WorkbookSource.of("book.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Proposal of(WorkbookSource source) {
    try (Workbook workbook = Workbook.open(source, ReadOptions.defaults())) {
      return Proposal.of(workbook);
    }
  }

  /** Returns what is proposed for the last column, as the file has it, without its indent. */
  static String lastColumn(Proposal proposal) {
    String text = proposal.yaml();
    String columns = text.substring(0, text.indexOf("load:\n"));
    return columns
        .substring(columns.lastIndexOf("  - name:"))
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(line -> line.substring(2) + "\n")
        .reduce("", String::concat);
  }

  /** Converts a workbook by a pipeline. */
  public static IngestReport convert(Pipeline<?> pipeline, WorkbookSource source) {
    return convert(pipeline, source, ReadOptions.defaults());
  }

  /** Converts a workbook, such as one that has a password, by a pipeline. */
  public static IngestReport convert(
      Pipeline<?> pipeline, WorkbookSource source, ReadOptions options) {
    return Ingestion.converting(pipeline, new OneObject(), "bucket")
        .withReadOptions(options)
        .run(new Upload("label/file.xlsx", source));
  }
}
