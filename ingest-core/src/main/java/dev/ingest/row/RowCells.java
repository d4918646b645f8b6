package dev.ingest.row;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.bytes.ByteRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the mapped cells of one row at a time into arrays that are prepared once. */
final class RowCells {

  private final ColumnSchema<?>[] columns;
  private final boolean[] dates;
  private final HeaderMatch header;
  private final int[] positions;
  private final @Nullable Object[] values;
  private final int[] decodedAt;
  private final RowProblems problems;
  private final RowMarks marks;
  private final int[] all;
  private final @Nullable MergedCells merged;
  private final boolean eager;
  private final PlainCells plain;
  private int turn;
  private @Nullable SheetRow row;
  private @Nullable ByteRow bytes;

  /** Of each column whether it was decoded ahead; null where none was. */
  private boolean @Nullable [] taken;

  /**
   * Prepares the arrays.
   *
   * @param merged the merged areas of columns that are to be filled, if there are any
   * @param eager whether each row that is not blank is going to be decoded whole
   */
  RowCells(RowSchema<?> schema, HeaderMatch header, @Nullable MergedCells merged, boolean eager) {
    this.columns = schema.columns().toArray(new ColumnSchema<?>[0]);
    this.header = header;
    this.problems = new RowProblems(header);
    int count = columns.length;
    this.dates = new boolean[count];
    this.positions = new int[count];
    this.all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
      dates[i] = isDate(columns[i].type());
      positions[i] = header.position(i);
    }
    this.values = new @Nullable Object[count];
    this.decodedAt = new int[count];
    this.marks = new RowMarks(count);
    this.merged = merged;
    this.eager = eager;
    this.plain = new PlainCells(schema, header, positions);
  }

  /** Returns what decodes plain cells. */
  PlainCells plain() {
    return plain;
  }

  /** Returns whether blank cells take the values of merged areas: each row must be started then. */
  boolean areFilled() {
    return merged != null;
  }

  void start(SheetRow newRow) {
    row = newRow;
    bytes = newRow instanceof ByteRow quick ? quick : null;
    turn++;
    taken = null;
    if (merged != null) {
      merged.enter(newRow);
    }
    marks.clear();
    problems.start(newRow.number());
  }

  /**
   * Takes what was decoded ahead of the row that is started: a value, or the reason of a null, for
   * each of some columns. At least one of them is a value.
   *
   * @param why the reasons, or null where no column is null
   * @param which of each column whether it was decoded
   */
  void take(@Nullable Object[] decoded, @Nullable NullReason @Nullable [] why, boolean[] which) {
    taken = which;
    System.arraycopy(decoded, 0, values, 0, values.length);
    if (why != null) {
      marks.areNull(why);
    }
  }

  /** Returns whether all mapped cells are blank, as they stand: filling makes no row of nothing. */
  boolean allBlank() {
    if (taken != null) {
      return false;
    }
    for (int i = 0; i < positions.length; i++) {
      if (eager && decodeQuickly(i) || !cell(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Decodes all columns and returns the problems of the row. */
  List<Problem> decodeAll() {
    for (int column : taken == plain.isDecoded() ? plain.others() : all) {
      decode(column);
    }
    return problems.all();
  }

  /** Decodes one column, unless it is decoded already; null if it is null or has a problem. */
  @Nullable Object decode(int column) {
    if (decodedAt[column] != turn && !isTaken(column) && !decodeQuickly(column)) {
      decodedAt[column] = turn;
      values[column] = decode(column, columns[column], filled(column));
    }
    return values[column];
  }

  private boolean isTaken(int column) {
    boolean[] which = taken;
    return which != null && which[column];
  }

  private boolean decodeQuickly(int column) {
    ByteRow current = bytes;
    Object value = current == null ? null : plain.value(column, current);
    if (value == null) {
      return false;
    }
    values[column] = value;
    decodedAt[column] = turn;
    return true;
  }

  /** Returns the problems of the columns that were decoded. */
  List<Problem> problems() {
    return problems.all();
  }

  @Nullable Object[] values() {
    return values;
  }

  /** Returns the text of a cell as text columns read it, or null where it has none. */
  @Nullable String text(int column) {
    if (isTaken(column) && plain.isText(column) && values[column] != null) {
      return (String) values[column];
    }
    return value(column, CellDecoders.text());
  }

  /** Returns what a decoder other than the column's reads in a cell, or null where it has none. */
  <T> @Nullable T value(int column, CellDecoder<T> decoder) {
    Cell cell = filled(column);
    try {
      return cell.isBlank() ? null : decoder.decode(cell);
    } catch (CellDecodeException none) {
      return null; // such as an error, or a formula without a value
    }
  }

  /** Returns what the cell of a column stores. */
  String raw(int column) {
    return filled(column).raw();
  }

  /** Returns why a column is null, or null where it is not, or has a problem. */
  @Nullable NullReason reason(int column) {
    return marks.reason(column);
  }

  /** Counts what there is to say of this row, which was accepted. */
  void count(RowTallies tallies) {
    marks.count(this, tallies);
  }

  private <T> @Nullable T decode(int index, ColumnSchema<T> column, Cell cell) {
    if (cell.isBlank()) {
      boolean missing = header.isMissing(index);
      return absent(index, column, missing ? NullReason.missing() : NullReason.blank());
    }
    try {
      T value = column.decoder().decode(cell);
      if (value == null) {
        return absent(index, column, column.decoder().whyNull(cell));
      }
      if (cell.kind() == CellKind.NUMBER) {
        mark(index, cell.number());
      }
      return value;
    } catch (CellDecodeException refused) {
      problems.refused(index, cell.raw(), refused);
      return null;
    }
  }

  /** Marks a number that became a value, if it is one to tell people of. */
  private void mark(int index, double number) {
    if (dates[index]) {
      marks.isBareSerial(index);
    } else if (LongNumbers.isLong(number)) {
      marks.isLong(index, number);
    }
  }

  private <T> @Nullable T absent(int index, ColumnSchema<T> column, NullReason reason) {
    if (column.nullable()) {
      marks.isNull(index, reason);
    } else {
      problems.required(index, reason);
    }
    return null;
  }

  /** Makes a problem of a column of the current row. */
  Problem problem(int column, ProblemCode code, String raw, String message, String hint) {
    return problems.of(column, code, raw, message, hint);
  }

  /** Makes a problem of the current row as a whole. */
  Problem problemOfRow(ProblemCode code, String message, String hint) {
    return problems.ofRow(code, message, hint);
  }

  /** Returns the address of a column's cell in the current row. */
  CellAddress address(int column) {
    return problems.address(column);
  }

  Cell filled(int column) {
    Cell cell = cell(column);
    if (merged != null && columns[column].fillMerged() && cell.isBlank()) {
      Cell first = merged.firstCell(positions[column]);
      return first == null ? cell : first;
    }
    return cell;
  }

  private Cell cell(int column) {
    return current().cell(positions[column]);
  }

  private SheetRow current() {
    if (row == null) {
      throw new IllegalStateException("no row is started");
    }
    return row;
  }

  private static boolean isDate(Class<?> type) {
    return type == LocalDate.class || type == LocalDateTime.class || type == Instant.class;
  }
}
