package dev.ingest.row;

import dev.ingest.problem.Note;
import dev.ingest.problem.NoteCode;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes down, column by column, the integers of accepted rows that have more digits than Excel
 * keeps: whatever was typed behind the fifteenth is a zero by now, or, where another program wrote
 * the file, becomes one when it is next saved. Fractions do not count: Excel itself writes 17
 * digits of most. Nor does a column of round numbers, none of which needs all of the fifteen. Not
 * thread-safe.
 */
final class LongNumbers {

  /** Digits that Excel keeps of a number. */
  private static final int KEPT = 15;

  /** What was found in one column. */
  private static final class Column {
    private long count;
    private @Nullable CellAddress first;
    private int digits;
    private boolean needsAll;
  }

  private final @Nullable Column[] columns;

  LongNumbers(int count) {
    this.columns = new @Nullable Column[count];
  }

  /** Returns whether a number is one of those. */
  static boolean isLong(double number) {
    return Math.abs(number) > NumberText.MOST_KEPT
        && number == Math.rint(number)
        && !Double.isInfinite(number);
  }

  /** Takes down a number that is long. */
  void add(int column, CellAddress at, double number) {
    Column known = columns[column];
    if (known == null) {
      known = new Column();
      columns[column] = known;
      known.first = at;
      known.digits = new BigDecimal(number).abs().precision();
    }
    known.count++;
    known.needsAll |= NumberText.decimal(number).stripTrailingZeros().precision() >= KEPT;
  }

  /** Returns what a person should know: one note for each column. */
  List<Note> notes(List<String> names) {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      Column found = columns[i];
      if (found != null && found.needsAll) {
        notes.add(note(names.get(i), found));
      }
    }
    return notes;
  }

  private static Note note(String name, Column found) {
    String numbers =
        found.count == 1
            ? "a number of %s digits".formatted(found.digits)
            : "the first of %s numbers of more than 15 digits".formatted(found.count);
    String message =
        "%s (%s): %s; Excel keeps 15, the others may be lost: store identifiers as text"
            .formatted(found.first, name, numbers);
    return new Note(NoteCode.LONG_NUMBERS, name, found.first, found.count, message);
  }
}
