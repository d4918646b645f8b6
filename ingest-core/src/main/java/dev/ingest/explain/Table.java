package dev.ingest.explain;

import dev.ingest.pipeline.KeyPattern;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowProbe;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of a pipeline, as far as it is to be found.
 *
 * @param sheet the sheet or range that the pipeline reads; null where there is none
 * @param probe the row that is asked about; null where the table is not found
 * @param problems why it is not found
 * @param leftOut a filter that could not be asked, as a remark
 */
record Table<R>(
    @Nullable Sheet sheet,
    @Nullable RowProbe<R> probe,
    List<Problem> problems,
    List<String> leftOut) {

  /** Looks for the sheet of a pipeline, and no further. */
  static <R> Table<R> find(Workbook workbook, Pipeline<R> pipeline) {
    try {
      return new Table<>(workbook.sheet(pipeline.sheet()), null, List.of(), List.of());
    } catch (WorkbookException none) {
      if (none.reason() != WorkbookException.Reason.NO_SUCH_SHEET) {
        throw none;
      }
      String message = String.valueOf(none.getMessage());
      Problem problem = Problem.ofFile(ProblemCode.FILE_UNREADABLE, message, "");
      return new Table<>(null, null, List.of(problem), List.of());
    }
  }

  /** Returns whether the table is on a sheet. */
  boolean isOn(Sheet other) {
    return sheet != null && sheet.position() == other.position();
  }

  /** Returns whether the table may hold a cell of its sheet. */
  boolean reaches(CellAddress at) {
    return sheet != null
        && sheet.range().map(range -> range.contains(at.row(), at.column())).orElse(true);
  }

  /** Reads the table up to a row. */
  Table<R> readUpTo(int row, Pipeline<R> pipeline, Optional<String> key) {
    if (sheet == null) {
      return this;
    }
    List<String> without = new ArrayList<>();
    List<RowFilter<R>> filters = filters(pipeline, key, without);
    try {
      RowProbe<R> read = RowProbe.of(sheet, pipeline.schema(), filters, pipeline.rules(), row);
      return new Table<>(sheet, read, List.of(), without);
    } catch (RefusedFileException refused) {
      return new Table<>(sheet, null, refused.problems(), without);
    }
  }

  private static <R> List<RowFilter<R>> filters(
      Pipeline<R> pipeline, Optional<String> key, List<String> without) {
    KeyPattern pattern = pipeline.uploadKey();
    Map<String, String> parts = key.flatMap(pattern::match).orElse(Map.of());
    List<RowFilter<R>> filters = new ArrayList<>();
    for (RowFilter<R> filter : pipeline.filters()) {
      String part = filter instanceof RowFilter.SameAsKey<R> same ? parts.get(same.part()) : null;
      if (!(filter instanceof RowFilter.SameAsKey<R> same)) {
        filters.add(filter);
      } else if (part != null) {
        filters.add(same.of(part));
      } else {
        without.add(
            "the filter \"%s\" was not asked: expected a key like %s, found %s"
                .formatted(
                    filter.name(), pattern, key.map(text -> '"' + text + '"').orElse("none")));
      }
    }
    return filters;
  }
}
