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
  record Each(PlainCells plain, int columns) implements Supplier<DecodedRows> {
    @Override
    public DecodedRows get() {
      return new DecodedRows(plain, columns);
    }
  }

  private final PlainCells plain;
  private final int columns;
  private int size;
  private @Nullable Object[] @Nullable [] values = new @Nullable Object[64][];
  private @Nullable NullReason[] @Nullable [] reasons = new @Nullable NullReason[64][];
  private @Nullable NullReason[] scratch;

  DecodedRows(PlainCells plain, int columns) {
    this.plain = plain;
    this.columns = columns;
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
    }
    @Nullable Object[] decoded = new @Nullable Object[columns];
    int nulls = nulls(row, decoded);
    values[size] = nulls == PlainCells.LEFT ? null : decoded;
    reasons[size] = null;
    if (nulls > 0) {
      reasons[size] = scratch;
      scratch = new @Nullable NullReason[columns];
    }
    size++;
  }

  /** What fails here fails again, in its turn, when the row is judged. */
  private int nulls(ByteRow row, @Nullable Object[] decoded) {
    try {
      return plain.decode(row, decoded, scratch);
    } catch (RuntimeException failure) {
      return PlainCells.LEFT;
    }
  }

  /** Gives what was decoded of a row; false where that must be judged from its cells. */
  boolean give(int row, RowCells cells) {
    @Nullable Object[] decoded = values[row];
    if (decoded == null) {
      return false;
    }
    cells.take(decoded, reasons[row]);
    return true;
  }
}
