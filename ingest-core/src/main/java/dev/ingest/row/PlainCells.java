package dev.ingest.row;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.problem.NullReason;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.CellSlices;
import java.time.LocalDate;
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

  private static final int OTHER = 0;
  private static final int TEXT = 1;
  private static final int DOUBLE = 2;
  private static final int LONG = 3;
  private static final int INTEGER = 4;
  private static final int BOOLEAN = 5;
  private static final int DAY = 6;

  /** Integers that a cell can hold, 2^53: see {@link CellDecoders#longs()}. */
  private static final long MOST = 1L << 53;

  private final int[] positions;
  private final int[] wanted;
  private final boolean[] nullable;
  private final boolean[] lenient;
  private final boolean whole;
  private @Nullable DayCache days;

  PlainCells(RowSchema<?> schema, HeaderMatch header, int[] positions) {
    List<ColumnSchema<?>> columns = schema.columns();
    int count = columns.size();
    this.positions = positions;
    this.wanted = new int[count];
    this.nullable = new boolean[count];
    this.lenient = new boolean[count];
    boolean all = true;
    for (int i = 0; i < count; i++) {
      ColumnSchema<?> column = columns.get(i);
      boolean readable = column.isPlain() && !header.isMissing(i);
      int strict = readable ? wanted(column.decoder()) : OTHER;
      wanted[i] = strict != OTHER || !readable ? strict : wantedLeniently(column.decoder());
      nullable[i] = column.nullable();
      lenient[i] = column.nullable() && strict == OTHER && wanted[i] != OTHER;
      all &= wanted[i] != OTHER;
    }
    this.whole = all;
  }

  private static int wantedLeniently(CellDecoder<?> decoder) {
    for (CellDecoder<?> standard : CellDecoders.catalogue()) {
      if (decoder.equals(standard.lenient())) {
        return wanted(standard);
      }
    }
    return OTHER;
  }

  private static int wanted(CellDecoder<?> decoder) {
    if (decoder == CellDecoders.text()) {
      return TEXT;
    }
    if (decoder == CellDecoders.doubles()) {
      return DOUBLE;
    }
    if (decoder == CellDecoders.dates()) {
      return DAY;
    }
    if (decoder == CellDecoders.longs()) {
      return LONG;
    }
    if (decoder == CellDecoders.integers()) {
      return INTEGER;
    }
    return decoder == CellDecoders.booleans() ? BOOLEAN : OTHER;
  }

  /** Returns whether whole rows can be decoded: no column has a decoder of another's making. */
  boolean decodesRows() {
    return whole;
  }

  /**
   * Decodes a row.
   *
   * @param values where its values go
   * @param reasons where the reasons of its nulls go; null for a value
   * @return how many nulls it has, or {@link #LEFT}
   */
  int decode(ByteRow row, @Nullable Object[] values, @Nullable NullReason[] reasons) {
    CellSlices cells = row.cells();
    int nulls = 0;
    for (int i = 0; i < positions.length; i++) {
      int slot = cells.find(row.index(), positions[i]);
      Object value = slot < 0 ? null : value(i, row, cells, slot);
      NullReason reason = value != null ? null : reason(i, row, cells, slot);
      if (value == null && reason == null) {
        return LEFT;
      }
      values[i] = value;
      reasons[i] = reason;
      nulls += value == null ? 1 : 0;
    }
    return nulls == positions.length ? LEFT : nulls; // it may be a blank one
  }

  /** Returns the value of one column, or null where its cell must be looked into. */
  @Nullable Object value(int column, ByteRow row) {
    int slot = row.slot(positions[column]);
    return slot < 0 ? null : value(column, row, row.cells(), slot);
  }

  private @Nullable Object value(int column, ByteRow row, CellSlices cells, int slot) {
    int kind = cells.kind(slot);
    return switch (wanted[column]) {
      case TEXT -> kind == CellSlices.SHARED ? row.plainTextAt(slot) : null;
      case DOUBLE -> kind == CellSlices.NUMBER ? number(row.numberAt(slot)) : null;
      case LONG ->
          kind == CellSlices.NUMBER && isInteger(cells, slot, MOST)
              ? (Object) cells.digits(slot)
              : null;
      case INTEGER ->
          kind == CellSlices.NUMBER && isInteger(cells, slot, Integer.MAX_VALUE)
              ? (Object) (int) cells.digits(slot)
              : null;
      case BOOLEAN -> kind == CellSlices.LOGICAL ? logical(cells.natural(slot)) : null;
      case DAY -> kind == CellSlices.DATE ? day(row, cells.natural(slot)) : null;
      default -> null;
    };
  }

  private @Nullable LocalDate day(ByteRow row, int serial) {
    return serial < 0 ? null : days(row.dates()).day(serial);
  }

  private static @Nullable Double number(double value) {
    return !Double.isNaN(value) ? (Double) value : null; // the decoder finds it again, and words it
  }

  private static boolean isInteger(CellSlices cells, int slot, long most) {
    long value = cells.digits(slot);
    return cells.scale(slot) == 0 && value <= most && value >= -most;
  }

  private static @Nullable Boolean logical(int value) {
    return value == 1 ? Boolean.TRUE : value == 0 ? Boolean.FALSE : null;
  }

  private @Nullable NullReason reason(int column, ByteRow row, CellSlices cells, int slot) {
    int kind = slot < 0 ? CellSlices.NONE : cells.kind(slot);
    if (kind == CellSlices.NONE) {
      return nullable[column] ? NullReason.blank() : null;
    }
    return kind == CellSlices.ERROR && lenient[column] ? NullReason.error(row.errorAt(slot)) : null;
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
