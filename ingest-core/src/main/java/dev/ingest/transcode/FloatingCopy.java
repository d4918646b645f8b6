package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;

/** Doubles. */
final class FloatingCopy extends ColumnCopy {

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    return kind == CellSlices.NUMBER && row.copyNumber(slot, true, into);
  }
}
