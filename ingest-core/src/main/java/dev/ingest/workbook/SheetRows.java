package dev.ingest.workbook;

import org.jspecify.annotations.Nullable;

/**
 * The stored rows of a sheet, in ascending order, read once. Rows that the file does not store do
 * not appear. Not thread-safe.
 */
public interface SheetRows extends AutoCloseable {

  /**
   * Moves to the next row and returns it, or null after the last. The row returned before is no
   * longer valid.
   *
   * @throws WorkbookException if the file is damaged or passes a limit
   */
  @Nullable SheetRow next();

  @Override
  void close();
}
