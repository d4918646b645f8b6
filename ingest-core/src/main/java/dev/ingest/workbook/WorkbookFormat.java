package dev.ingest.workbook;

import java.io.IOException;

/** A file format, found by {@link java.util.ServiceLoader}. Implementations are stateless. */
public interface WorkbookFormat {

  /** Returns whether this format reads files of that kind. */
  boolean reads(FileKind kind);

  /**
   * Opens a workbook. It takes over the bytes: the workbook closes them, and so does a failure.
   *
   * @param name the source's name, for messages
   * @throws WorkbookException if it cannot be read
   */
  Workbook open(String name, WorkbookBytes bytes, ReadLimits limits) throws IOException;
}
