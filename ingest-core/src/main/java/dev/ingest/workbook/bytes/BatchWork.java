package dev.ingest.workbook.bytes;

/**
 * What is done with the rows of one batch ahead of their reader, on any thread; not by two at a
 * time. The reader sees it through {@link ByteRow#work()} once the batch is its.
 */
public interface BatchWork {

  /** Forgets the last batch. */
  void begin();

  /** Takes the next row of the batch; the row is a view that is moved on. */
  void row(ByteRow row);
}
