package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;

/** Doubles. */
final class FloatingCopy extends ColumnCopy {

  @Override
  boolean copy(ByteRow row, int slot, CellKind kind, ByteSink into) {
    return kind == CellKind.NUMBER && row.copyNumber(slot, true, into);
  }
}
