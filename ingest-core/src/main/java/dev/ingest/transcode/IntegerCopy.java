package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;

/** Integers within the bounds of their type. */
final class IntegerCopy extends ColumnCopy {

  private final double least;
  private final double most;

  IntegerCopy(double least, double most) {
    this.least = least;
    this.most = most;
  }

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    if (kind != CellSlices.NUMBER) {
      return false;
    }
    double value = row.numberAt(slot);
    return value == (long) value
        && value >= least
        && value <= most
        && row.copyNumber(slot, false, into);
  }
}
