package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import dev.ingest.workbook.bytes.DecimalBytes;
import dev.ingest.workbook.bytes.DecimalText;

/** Doubles. */
final class FloatingCopy extends ColumnCopy {

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    return kind == CellSlices.NUMBER
        && !mayBeLong(row, slot)
        && (copyPlain(row.cells(), slot, into) || row.copyNumber(slot, true, into));
  }

  private static boolean copyPlain(CellSlices cells, int slot, ByteSink into) {
    int scale = cells.scale(slot);
    if (scale < 0) {
      return false;
    }
    byte[] room = into.room(DecimalBytes.ROOM);
    int end =
        DecimalText.copy(
            cells.digits(slot),
            scale,
            cells.bytes,
            cells.start(slot),
            cells.end(slot),
            true,
            room,
            into.mark());
    if (end >= 0) {
      into.endAt(end);
    }
    return end >= 0;
  }
}
