package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;

/** Text, and numbers as text. */
final class TextCopy extends ColumnCopy {

  @Override
  boolean copy(ByteRow row, int slot, CellKind kind, ByteSink into) {
    return kind == CellKind.TEXT
        ? row.copyText(slot, into)
        : kind == CellKind.NUMBER && row.copyNumber(slot, false, into);
  }
}
