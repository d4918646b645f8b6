package dev.ingest.transcode;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import java.io.IOException;

/** Copies the plainly fine cells of one column. */
abstract class ColumnCopy {

  /**
   * Copies a stored cell that is not blank.
   *
   * @return false where the row must be judged as an object; what was written is then taken back
   */
  abstract boolean copy(ByteRow row, int slot, CellKind kind, ByteSink into) throws IOException;
}
