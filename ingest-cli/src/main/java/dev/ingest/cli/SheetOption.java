package dev.ingest.cli;

import dev.ingest.pipeline.Pipeline;
import dev.ingest.proposal.Proposal;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sheet or range, where it is not the one that the pipeline names. */
final class SheetOption {

  @Option(
      names = "--sheet",
      paramLabel = "WHICH",
      description =
          "A sheet, a range (data!B3:E200), a table or a name; sheet:X or name:X where two are X.")
  private @Nullable String which;

  /** Returns the pipeline on the sheet that was asked for. */
  <R> Pipeline<R> apply(Pipeline<R> pipeline) {
    return which == null ? pipeline : pipeline.withSheet(SheetSelector.parse(which));
  }

  /** Proposes a pipeline for what was asked for, or for the only visible sheet. */
  Proposal propose(Workbook workbook) {
    return which == null ? Proposal.of(workbook) : Proposal.of(workbook, which);
  }

  /** Returns the sheet that was asked for, or all. */
  List<Sheet> of(Workbook workbook) {
    return which == null ? workbook.sheets() : List.of(workbook.sheet(SheetSelector.parse(which)));
  }
}
