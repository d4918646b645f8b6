package dev.ingest.workbook;

import java.io.IOException;

/**
 * A file format, found by {@link java.util.ServiceLoader} where a file is no .xlsx, which is read
 * by this library's own. Implementations are stateless.
 */
public interface WorkbookFormat {

  /**
   * Looks closer at a container, such as a zip, and returns what is in it; by default, and where
   * this format cannot tell, the same kind. The bytes are not closed.
   *
   * @throws WorkbookException if the container is damaged or passes a limit
   */
  default FileKind identify(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    return kind;
  }

  /** Returns whether this format reads files of that kind. */
  boolean reads(FileKind kind);

  /**
   * Opens a workbook. It takes over the bytes: the workbook closes them, and so does a failure.
   *
   * @param name the source's name, for messages
   * @throws WorkbookException if it cannot be read
   */
  Workbook open(FileKind kind, String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException;
}
