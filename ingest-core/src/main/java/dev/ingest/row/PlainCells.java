package dev.ingest.row;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.NumberText;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.CellSlices;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes cells that hold just what their column wants, as most do, and leaves all others to {@link
 * RowCells}, which finds the same values and words the problems. One question each for the slot,
 * the kind and the value, where the blank test and the decoder would ask them three times.
 * Thread-safe: rows are decoded on two threads, see {@link DecodedRows}.
 */
final class PlainCells {

  /** What {@link #decode} returns for a row that must be looked into. */
  static final int LEFT = -1;

  private final int[] positions;
  private final PlainColumn[] columns;

  /** The columns that can be decoded here, and those that cannot. */
  private final int[] plain;

  private final int[] others;

  private final boolean[] isDecoded;
  private @Nullable DayCache days;

  PlainCells(RowSchema<?> schema, HeaderMatch header, int[] positions) {
    List<ColumnSchema<?>> all = schema.columns();
    int count = all.size();
    this.positions = positions;
    this.columns = new PlainColumn[count];
    int[] readable = new int[count];
    int[] unreadable = new int[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      columns[i] = new PlainColumn(all.get(i), header.isMissing(i));
      if (columns[i].wanted == PlainColumn.OTHER) {
        unreadable[i - size] = i;
      } else {
        readable[size++] = i;
      }
    }
    this.plain = Arrays.copyOf(readable, size);
    this.others = Arrays.copyOf(unreadable, count - size);
    this.isDecoded = new boolean[count];
    for (int column : plain) {
      isDecoded[column] = true;
    }
  }

  /** Returns whether there is a column that can be decoded. */
  boolean decodesAny() {
    return plain.length > 0;
  }

  /** Returns whether a column can be decoded. */
  boolean decodes(int column) {
    return isDecoded[column];
  }

  /** Returns of each column whether it can be decoded. */
  boolean[] isDecoded() {
    return isDecoded;
  }

  /** Returns the columns that can be decoded. */
  int[] columns() {
    return plain;
  }

  /** Returns the columns that cannot: their decoder is of another's making. */
  int[] others() {
    return others;
  }

  /** Returns whether a column certainly refuses a text; false where its decoder must be asked. */
  boolean refuses(int column, String text) {
    return columns[column].refuses(text);
  }

  /** Returns whether the values of a column are texts as its cells hold them. */
  boolean isText(int column) {
    return columns[column].wanted == PlainColumn.TEXT;
  }

  /**
   * Decodes some columns of a row.
   *
   * @param which columns that can be decoded
   * @param values where their values go
   * @param reasons where the reasons of their nulls go; what stands there for a value stays
   * @return how many nulls they have, or {@link #LEFT}
   */
  int decode(ByteRow row, int[] which, @Nullable Object[] values, @Nullable NullReason[] reasons) {
    CellSlices cells = row.cells();
    int first = cells.first[row.index()] - 1;
    int end = cells.first[row.index() + 1];
    int nulls = 0;
    for (int i : which) {
      int position = positions[i];
      int slot = first + position; // rows without gaps, which are most
      if (slot >= end || cells.column(slot) != position) {
        slot = cells.find(row.index(), position);
      }
      PlainColumn column = columns[i];
      Object value = slot < 0 ? null : value(column, row, cells, slot);
      if (value == null) {
        NullReason reason = whyNull(column, row, cells, slot);
        if (reason == null) {
          return LEFT;
        }
        reasons[i] = reason;
        nulls++;
      }
      values[i] = value;
    }
    return nulls;
  }

  /** Returns the value of one column, or null where its cell must be looked into. */
  @Nullable Object value(int column, ByteRow row) {
    int slot = row.slot(positions[column]);
    return slot < 0 ? null : value(columns[column], row, row.cells(), slot);
  }

  private @Nullable Object value(PlainColumn column, ByteRow row, CellSlices cells, int slot) {
    PlainRules rules = column.rules;
    if (column.wanted == PlainColumn.TEXT) {
      String text = cells.kind(slot) == CellSlices.SHARED ? row.plainTextAt(slot) : null;
      return text == null || rules == null || rules.isFine(text) ? text : null;
    }
    if (column.wanted == PlainColumn.DAY) {
      LocalDate day = cells.kind(slot) == CellSlices.DATE ? day(row, cells.natural(slot)) : null;
      return day == null || rules == null || rules.isFine(day) ? day : null;
    }
    Object value = found(column.wanted, row, cells, slot);
    return value == null || rules == null || rules.keeps(value) ? value : null;
  }

  private @Nullable Object found(int wanted, ByteRow row, CellSlices cells, int slot) {
    int kind = cells.kind(slot);
    return switch (wanted) {
      case PlainColumn.DOUBLE -> kind == CellSlices.NUMBER ? number(row.numberAt(slot)) : null;
      case PlainColumn.LONG ->
          kind == CellSlices.NUMBER && isInteger(cells, slot, NumberText.MOST_KEPT)
              ? (Object) cells.digits(slot)
              : null;
      case PlainColumn.INTEGER ->
          kind == CellSlices.NUMBER && isInteger(cells, slot, Integer.MAX_VALUE)
              ? (Object) (int) cells.digits(slot)
              : null;
      case PlainColumn.BOOLEAN -> kind == CellSlices.LOGICAL ? logical(cells.natural(slot)) : null;
      default -> null;
    };
  }

  private @Nullable LocalDate day(ByteRow row, int serial) {
    return serial < 0 ? null : days(row.dates()).day(serial);
  }

  /** What is no number, the decoder words; what has many digits, the reader counts. */
  private static @Nullable Double number(double value) {
    return Math.abs(value) <= NumberText.MOST_KEPT ? (Double) value : null;
  }

  private static boolean isInteger(CellSlices cells, int slot, long most) {
    long value = cells.digits(slot);
    return cells.scale(slot) == 0 && value <= most && value >= -most;
  }

  private static @Nullable Boolean logical(int value) {
    return value == 1 ? Boolean.TRUE : value == 0 ? Boolean.FALSE : null;
  }

  private static @Nullable NullReason whyNull(
      PlainColumn column, ByteRow row, CellSlices cells, int slot) {
    return switch (slot < 0 ? CellSlices.NONE : cells.kind(slot)) {
      case CellSlices.NONE -> column.blank;
      case CellSlices.ERROR -> column.whyNull(row.errorAt(slot));
      case CellSlices.SHARED -> column.rules == null ? null : token(column.rules, row, slot);
      default -> null;
    };
  }

  private static @Nullable NullReason token(PlainRules rules, ByteRow row, int slot) {
    String text = row.plainTextAt(slot);
    return text == null ? null : rules.whyNull(text);
  }

  private DayCache days(DateSystem dates) {
    DayCache known = days;
    if (known == null) {
      known = new DayCache(dates);
      days = known; // another thread may make one too, which is as good
    }
    return known;
  }
}
