package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Inflates on the caller's own thread. */
final class InlineChunks implements ChunkSource {

  private final String where;
  private final InputStream part;
  private final int size;
  private @Nullable SheetChunk spare;

  /**
   * Makes a source.
   *
   * @param size bytes of a chunk
   */
  InlineChunks(String where, InputStream part, int size) {
    this.where = where;
    this.part = part;
    this.size = size;
  }

  @Override
  public @Nullable SheetChunk next() {
    SheetChunk chunk = spare == null ? new SheetChunk(size) : spare;
    spare = null;
    return fill(chunk) ? chunk : null;
  }

  /** Fills a chunk; returns false at the end of the part. */
  boolean fill(SheetChunk chunk) {
    try {
      int space = chunk.bytes.length - SheetChunk.HEAD_ROOM - SheetChunk.TAIL_ROOM;
      int count = part.readNBytes(chunk.bytes, SheetChunk.HEAD_ROOM, space);
      chunk.from = SheetChunk.HEAD_ROOM;
      chunk.to = SheetChunk.HEAD_ROOM + count;
      return count > 0;
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected readable bytes, found " + failure, failure);
    }
  }

  @Override
  public void recycle(SheetChunk chunk) {
    spare = chunk;
  }

  @Override
  public void close() {
    try {
      part.close();
    } catch (IOException failure) {
      throw new WorkbookException(
          Reason.UNREADABLE, where + ": expected to close it, found " + failure, failure);
    }
  }
}
