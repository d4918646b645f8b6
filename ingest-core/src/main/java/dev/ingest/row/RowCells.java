package dev.ingest.row;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.decode.CellDecoder;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.bytes.ByteRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the mapped cells of one row at a time into arrays that are prepared once. It is where
 * problems get their address.
 */
final class RowCells {

  private final ColumnSchema<?>[] columns;
  private final boolean[] dates;
  private final HeaderMatch header;
  private final int[] positions;
  private final @Nullable Object[] values;
  private final @Nullable NullReason[] reasons;
  private final int[] decodedAt;
  private final List<Problem> problems = new ArrayList<>();
  private final boolean[] serials;
  private final @Nullable MergedCells merged;
  private final boolean eager;
  private final PlainCells plain;
  private int turn;
  private boolean marked;
  private @Nullable SheetRow row;
  private @Nullable ByteRow bytes;

  /**
   * Prepares the arrays.
   *
   * @param merged the merged areas of columns that are to be filled, if there are any
   * @param eager whether each row that is not blank is going to be decoded whole
   */
  RowCells(RowSchema<?> schema, HeaderMatch header, @Nullable MergedCells merged, boolean eager) {
    this.columns = schema.columns().toArray(new ColumnSchema<?>[0]);
    this.header = header;
    int count = columns.length;
    this.dates = new boolean[count];
    this.positions = new int[count];
    for (int i = 0; i < count; i++) {
      dates[i] = isDate(columns[i].type());
      positions[i] = header.position(i);
    }
    this.values = new @Nullable Object[count];
    this.reasons = new @Nullable NullReason[count];
    this.decodedAt = new int[count];
    this.serials = new boolean[count];
    this.merged = merged;
    this.eager = eager;
    this.plain = new PlainCells(schema, header, positions);
  }

  /** Returns what decodes plain cells. */
  PlainCells plain() {
    return plain;
  }

  void start(SheetRow newRow) {
    row = newRow;
    bytes = newRow instanceof ByteRow quick ? quick : null;
    turn++;
    if (merged != null) {
      merged.enter(newRow);
    }
    if (marked) {
      problems.clear();
      Arrays.fill(serials, false);
      Arrays.fill(reasons, null);
      marked = false;
    }
  }

  /** Returns whether all mapped cells are blank, as they stand: filling makes no row of nothing. */
  boolean allBlank() {
    for (int i = 0; i < positions.length; i++) {
      if (eager && decodeQuickly(i) || !cell(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Decodes all columns and returns the problems of the row. */
  List<Problem> decodeAll() {
    for (int i = 0; i < positions.length; i++) {
      decode(i);
    }
    return problems.isEmpty() ? List.of() : List.copyOf(problems);
  }

  /** Decodes one column, unless it is decoded already; null if it is null or has a problem. */
  @Nullable Object decode(int column) {
    if (decodedAt[column] != turn && !decodeQuickly(column)) {
      decodedAt[column] = turn;
      values[column] = decode(column, columns[column], filled(column));
    }
    return values[column];
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

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Nullable Object[] values() {
    return values;
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

  /** Returns whether any column of the row has a reason, is a bare serial or has a problem. */
  boolean isMarked() {
    return marked;
  }

  @Nullable NullReason reason(int column) {
    return reasons[column];
  }

  /** Returns whether the column's date was a number without a date format. */
  boolean isBareSerial(int column) {
    return serials[column];
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
      if (dates[index] && cell.kind() == CellKind.NUMBER) {
        marked = true;
        serials[index] = true;
      }
      return value;
    } catch (CellDecodeException refused) {
      marked = true;
      problems.add(problem(index, refused.code(), cell.raw(), refused.message(), refused.hint()));
      return null;
    }
  }

  private <T> @Nullable T absent(int index, ColumnSchema<T> column, NullReason reason) {
    if (column.nullable()) {
      marked = true;
      reasons[index] = reason;
    } else {
      marked = true;
      problems.add(
          problem(
              index,
              ProblemCode.REQUIRED,
              "",
              "expected a value, found "
                  + (reason.equals(NullReason.blank()) ? "a blank cell" : reason),
              "fill the cell, or declare the column nullable"));
    }
    return null;
  }

  /** Makes a problem of a column of the current row. */
  Problem problem(int column, ProblemCode code, String raw, String message, String hint) {
    Binding binding = header.bindings().get(column);
    return new Problem(
        code, address(column), binding.column(), binding.header(), raw, message, hint);
  }

  private CellAddress address(int column) {
    return new CellAddress(
        header.bindings().get(column).cell().sheet(),
        current().number(),
        header.bindings().get(column).cell().column());
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
