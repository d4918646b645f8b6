package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.nio.charset.StandardCharsets;

/** TRUE and FALSE. */
final class BooleanCopy extends ColumnCopy {

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  @Override
  boolean copy(ByteRow row, int slot, CellKind kind, ByteSink into) {
    if (kind != CellKind.LOGICAL) {
      return false;
    }
    byte[] text = row.logicalAt(slot) ? TRUE : FALSE;
    into.write(text, 0, text.length);
    return true;
  }
}
