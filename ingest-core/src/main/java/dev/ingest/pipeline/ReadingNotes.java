package dev.ingest.pipeline;

import dev.ingest.problem.Note;
import dev.ingest.problem.NoteCode;
import dev.ingest.problem.Problem;
import dev.ingest.row.AnchorRow;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is worth knowing of rows that were read. */
final class ReadingNotes<R> {

  private final Pipeline<R> pipeline;
  private final RowReader<R> rows;
  private final List<Note> notes = new ArrayList<>();

  ReadingNotes(Pipeline<R> pipeline, RowReader<R> rows) {
    this.pipeline = pipeline;
    this.rows = rows;
  }

  /**
   * Returns them.
   *
   * @param passedOver hidden rows that the reader did not come to see
   */
  List<Note> all(long passedOver) {
    if (rows.lateAnchor().isPresent()) {
      notes.add(Note.of(NoteCode.LATE_ANCHOR, lateAnchor(rows.lateAnchor().getAsInt())));
    }
    hidden(rows.hiddenRows() + passedOver);
    counted(
        NoteCode.SERIAL_WITHOUT_FORMAT,
        rows.serialsWithoutFormat(),
        "date is a number without a date format (SERIAL_WITHOUT_FORMAT)",
        "dates are numbers without a date format (SERIAL_WITHOUT_FORMAT)");
    notes.addAll(rows.longNumbers());
    for (HeaderMatch.Unexpected other : rows.header().unexpected()) {
      notes.add(unused(other));
    }
    return notes;
  }

  private String lateAnchor(int row) {
    String columns =
        pipeline.filters().stream()
            .filter(RowFilter.SameAsFirst.class::isInstance)
            .map(filter -> (RowFilter.SameAsFirst<R>) filter)
            .filter(filter -> filter.anchor() == AnchorRow.FIRST_READABLE)
            .map(RowFilter.SameAsFirst::column)
            .collect(Collectors.joining(" and "));
    return "row %s is the first whose %s can be read; rows are compared with it, and not with the first row"
        .formatted(row, columns);
  }

  private void hidden(long count) {
    String fate =
        switch (pipeline.schema().policies().hidden()) {
          case READ -> "read like the others";
          case SKIP -> "left out";
          case REJECT -> "not taken (HIDDEN_ROW)";
        };
    counted(
        NoteCode.HIDDEN_ROWS,
        count,
        "row is hidden in the sheet; it was " + fate,
        "rows are hidden in the sheet; they were " + fate);
  }

  private static Note unused(HeaderMatch.Unexpected other) {
    String message =
        "%s: the column \"%s\" is not used"
            .formatted(other.cell(), Problem.shortened(other.header()));
    return new Note(NoteCode.UNUSED_COLUMN, "", other.cell(), 1, message);
  }

  private void counted(NoteCode code, long count, String one, String many) {
    if (count > 0) {
      notes.add(Note.of(code, count, count + " " + (count == 1 ? one : many)));
    }
  }
}
