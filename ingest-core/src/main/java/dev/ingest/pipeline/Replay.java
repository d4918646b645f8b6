package dev.ingest.pipeline;

import dev.ingest.annotate.EarlierRound;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.HeaderReport;
import dev.ingest.row.RowFilter;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A workbook that comes in, perhaps for the second time: its list of problems is no data, and of a
 * corrected one the marked rows alone may be asked for.
 *
 * @param workbook its data
 * @param pipeline what is done with it
 * @param warning what the report says of it
 */
record Replay<R>(Workbook workbook, Pipeline<R> pipeline, Optional<String> warning) {

  private static final String MARKED = "marked in the earlier round";

  /**
   * Looks for an earlier round.
   *
   * @param onlyCorrected whether only the rows are taken that it marked
   * @throws RefusedFileException if that cannot be done, or the workbook is a part and all of it
   *     was asked for
   */
  static <R> Replay<R> of(Workbook workbook, Pipeline<R> pipeline, boolean onlyCorrected) {
    Optional<EarlierRound> earlier =
        workbook.names().isEmpty() ? Optional.empty() : EarlierRound.of(workbook);
    if (earlier.isEmpty()) {
      if (onlyCorrected) {
        throw refused(
            ProblemCode.NO_EARLIER_ROUND,
            "expected a workbook that an earlier round has annotated, found no marks of one",
            "send the annotated workbook, corrected, or load all rows");
      }
      return new Replay<>(workbook, pipeline, Optional.empty());
    }
    EarlierRound round = earlier.get();
    check(round, onlyCorrected);
    Workbook data = round.dataOf(workbook);
    if (onlyCorrected) {
      checkOthers(round, data, pipeline);
    }
    return new Replay<>(
        data,
        onlyCorrected ? only(pipeline, round.rows()) : pipeline,
        round
            .problemsSheet()
            .map("the workbook was annotated earlier; its sheet \"%s\" is passed over"::formatted));
  }

  private static void check(EarlierRound round, boolean onlyCorrected) {
    if (onlyCorrected && !round.taken()) {
      throw refused(
          ProblemCode.NO_EARLIER_ROUND,
          "expected an earlier round that has taken the rows without problems, found one that has"
              + " refused the file",
          "load all rows of the corrected workbook");
    }
    if (onlyCorrected && round.rows().isEmpty()) {
      throw refused(
          ProblemCode.NO_EARLIER_ROUND,
          "expected the names of the rows that an earlier round has marked, found none",
          "save the corrected workbook as .xlsx, which keeps them, or load all rows");
    }
    if (!onlyCorrected && round.partial()) {
      throw refused(
          ProblemCode.PARTIAL_WORKBOOK,
          "expected a whole workbook, found the part of one that has the rows with problems",
          "ask for the corrected rows only, or correct the whole workbook");
    }
  }

  /** A header that cannot be taken refuses the file in its turn. */
  private static void checkOthers(EarlierRound round, Workbook data, Pipeline<?> pipeline) {
    Sheet sheet = data.sheet(pipeline.sheet());
    HeaderReport header = HeaderReport.of(sheet, pipeline.schema());
    if (header.isSound() && !round.holds(data, sheet.name(), header.row(), header.positions())) {
      throw refused(
          ProblemCode.EARLIER_ROWS_CHANGED,
          "expected the rows that the earlier round has taken as they were and in their order, found"
              + " them sorted, added to or changed",
          "undo that, since it cannot be told which rows were marked, or load all rows");
    }
  }

  private static <R> Pipeline<R> only(Pipeline<R> pipeline, BitSet rows) {
    return pipeline.withFilter(RowFilter.rows(MARKED, rows::get));
  }

  private static RefusedFileException refused(ProblemCode code, String message, String hint) {
    return new RefusedFileException(List.of(Problem.ofFile(code, message, hint)));
  }
}
