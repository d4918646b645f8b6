package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;

/** Integers within the bounds of their type. */
final class IntegerCopy extends ColumnCopy {

  private final double least;
  private final double most;

  IntegerCopy(double least, double most) {
    this.least = least;
    this.most = most;
  }

  @Override
  boolean copy(ByteRow row, int slot, CellKind kind, ByteSink into) {
    if (kind != CellKind.NUMBER) {
      return false;
    }
    double value = row.numberAt(slot);
    return value == (long) value
        && value >= least
        && value <= most
        && row.copyNumber(slot, false, into);
  }
}
