package dev.ingest.row;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.bytes.BatchWork;
import dev.ingest.workbook.bytes.ByteRow;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of the rows of one batch, decoded ahead of the reader on whichever thread is free.
 * Only decoders of the catalogue are asked there, and rules that go with them; columns of others'
 * decoders are decoded, and rows made of the values, filtered, compared and counted on the reader's
 * own thread. Measured on two cores: a third less time for a full sheet.
 */
final class DecodedRows implements BatchWork {

  /** Makes one for each batch; a class, since a lambda takes milliseconds to link at a start. */
  record Each(PlainCells plain, @Nullable FirstColumns first) implements Supplier<DecodedRows> {
    @Override
    public DecodedRows get() {
      return new DecodedRows(plain, first);
    }
  }

  private final PlainCells plain;
  private final @Nullable FirstColumns first;
  private final int columns;
  private int size;
  private @Nullable Object[] @Nullable [] values = new @Nullable Object[64][];
  private @Nullable NullReason[] @Nullable [] reasons = new @Nullable NullReason[64][];
  private boolean[] @Nullable [] isDecoded = new boolean[64][];

  /** Empty before each row. */
  private @Nullable NullReason[] scratch;

  DecodedRows(PlainCells plain, @Nullable FirstColumns first) {
    this.plain = plain;
    this.first = first;
    this.columns = plain.isDecoded().length;
    this.scratch = new @Nullable NullReason[columns];
  }

  @Override
  public void begin() {
    size = 0;
  }

  @Override
  public void row(ByteRow row) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
      reasons = Arrays.copyOf(reasons, size * 2);
      isDecoded = Arrays.copyOf(isDecoded, size * 2);
    }
    @Nullable Object[] decoded = new @Nullable Object[columns];
    int nulls = nulls(row, decoded);
    values[size] = nulls == PlainCells.LEFT ? null : decoded;
    reasons[size] = null;
    if (nulls > 0) {
      reasons[size] = scratch;
      scratch = new @Nullable NullReason[columns];
    } else if (nulls < 0) {
      Arrays.fill(scratch, null); // there may be some of the columns before
    }
    size++;
  }

  /** What fails here fails again, in its turn, when the row is judged. */
  private int nulls(ByteRow row, @Nullable Object[] decoded) {
    try {
      isDecoded[size] = plain.isDecoded();
      return first == null ? all(row, decoded) : asked(first, row, decoded);
    } catch (RuntimeException failure) {
      return PlainCells.LEFT;
    }
  }

  /** A row of nulls may be a blank one. */
  private int all(ByteRow row, @Nullable Object[] decoded) {
    int nulls = plain.decode(row, plain.columns(), decoded, scratch);
    return nulls == plain.columns().length ? PlainCells.LEFT : nulls;
  }

  /** A row that is turned away has a value, which is another than the anchor. */
  private int asked(FirstColumns columns, ByteRow row, @Nullable Object[] decoded) {
    int nulls = plain.decode(row, columns.first(), decoded, scratch);
    if (nulls == PlainCells.LEFT) {
      return nulls;
    }
    if (columns.turnAway(decoded)) {
      isDecoded[size] = columns.isDecoded();
      return nulls;
    }
    int more = plain.decode(row, columns.others(), decoded, scratch);
    return more == PlainCells.LEFT || nulls + more == plain.columns().length
        ? PlainCells.LEFT
        : nulls + more;
  }

  /** Returns what was decoded of a row, or null where that must be judged from its cells. */
  @Nullable Object @Nullable [] values(int row) {
    return values[row];
  }

  /** Returns why values of a row are null, each in its column's place; null where none is. */
  @Nullable NullReason @Nullable [] reasons(int row) {
    return reasons[row];
  }

  /** Returns whether all columns of a row were decoded, but those of others' decoders. */
  boolean isWhole(int row) {
    return isDecoded[row] == plain.isDecoded();
  }

  /** Gives what was decoded of a row; false where that must be judged from its cells. */
  boolean give(int row, RowCells cells) {
    @Nullable Object[] decoded = values[row];
    boolean[] which = isDecoded[row];
    if (decoded == null || which == null) {
      return false;
    }
    cells.take(decoded, reasons[row], which);
    return true;
  }
}
