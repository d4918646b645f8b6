package dev.ingest.pipeline;

import dev.ingest.workbook.WorkbookSource;
import org.jspecify.annotations.Nullable;

/**
 * One workbook that came in.
 *
 * @param key its key, which names the label and the file
 * @param source its bytes
 * @param version the object's version, or null where the store keeps none
 */
public record Upload(String key, WorkbookSource source, @Nullable String version) {

  /** Makes an upload without a version. */
  public Upload(String key, WorkbookSource source) {
    this(key, source, null);
  }
}
