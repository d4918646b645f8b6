package dev.ingest.transcode;

import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import java.nio.charset.StandardCharsets;

/** TRUE and FALSE. */
final class BooleanCopy extends ColumnCopy {

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  @Override
  boolean copy(ByteRow row, int slot, int kind, ByteSink into) {
    if (kind != CellSlices.LOGICAL) {
      return false;
    }
    int known = row.cells().natural(slot);
    boolean value = known == 0 || known == 1 ? known == 1 : row.logicalAt(slot);
    byte[] text = value ? TRUE : FALSE;
    into.write(text, 0, text.length);
    return true;
  }
}
