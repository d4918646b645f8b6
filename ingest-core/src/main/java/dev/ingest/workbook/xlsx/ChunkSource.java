package dev.ingest.workbook.xlsx;

import org.jspecify.annotations.Nullable;

/** Gives the chunks of an inflated part in order. Used by one thread. */
interface ChunkSource extends AutoCloseable {

  /** Returns the next chunk with at least one byte, or null after the last. */
  @Nullable SheetChunk next();

  /** Takes back a chunk that is no longer looked at, to be filled again. */
  void recycle(SheetChunk chunk);

  @Override
  void close();
}
