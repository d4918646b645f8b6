package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;

/** Text, and numbers as text. */
final class TextCopy extends ColumnCopy {

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    if (kind == CellSlices.SHARED) {
      return row.copyShared(row.cells().natural(slot), into);
    }
    return kind == CellSlices.TEXT
        ? row.copyText(slot, into)
        : kind == CellSlices.NUMBER && !mayBeLong(row, slot) && row.copyNumber(slot, false, into);
  }
}
