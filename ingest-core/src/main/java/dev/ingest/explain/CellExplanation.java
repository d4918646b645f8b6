package dev.ingest.explain;

import dev.ingest.decode.DecodeStep;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import java.util.List;
import java.util.Optional;

/**
 * Why one cell is what it is to a pipeline. Values of sensitive columns are masked. Immutable.
 *
 * @param file the workbook's name
 * @param kind its format
 * @param at the cell
 * @param pipeline the pipeline's name
 * @param source what the file stores; empty where it stores nothing there
 * @param cell what the reader gives
 * @param remarks what else is to be known: hidden rows, merged areas
 * @param place where the cell stands in the table
 * @param column the column that it belongs to, or heads
 * @param steps how it is decoded, in order; none for blank cells and those outside the table
 * @param result what it came to
 * @param row what became of its row
 */
public record CellExplanation(
    String file,
    FileKind kind,
    CellAddress at,
    String pipeline,
    Optional<CellSource> source,
    CellState cell,
    List<String> remarks,
    CellPlace place,
    Optional<ColumnFinding> column,
    List<DecodeStep> steps,
    CellResult result,
    RowFate row) {

  /** Keeps its own copies. */
  public CellExplanation {
    remarks = List.copyOf(remarks);
    steps = List.copyOf(steps);
  }

  /**
   * Explains a cell. The sheet is read up to it several times.
   *
   * @throws WorkbookException if the workbook cannot be read, or has no such sheet
   */
  public static <R> CellExplanation of(
      Workbook workbook, Pipeline<R> pipeline, CellQuestion question) {
    return new Inquiry<>(workbook, pipeline, question).explain();
  }
}
