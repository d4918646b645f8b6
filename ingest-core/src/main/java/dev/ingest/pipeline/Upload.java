package dev.ingest.pipeline;

import dev.ingest.workbook.WorkbookSource;
import org.jspecify.annotations.Nullable;

/**
 * One workbook that came in.
 *
 * @param key its key, which names the label and the file
 * @param source its bytes
 * @param version the object's version, or null where the store keeps none
 * @param bucket where it came from, for the ledger; empty for a folder on this machine
 * @param sequencer what orders the events about the same object, or null without an event
 */
public record Upload(
    String key,
    WorkbookSource source,
    @Nullable String version,
    String bucket,
    @Nullable String sequencer) {

  /** Makes an upload without a version. */
  public Upload(String key, WorkbookSource source) {
    this(key, source, null);
  }

  /** Makes an upload that no event announced. */
  public Upload(String key, WorkbookSource source, @Nullable String version) {
    this(key, source, version, "", null);
  }

  /** Returns this upload with its bucket, and what orders the events about it. */
  public Upload from(String newBucket, @Nullable String newSequencer) {
    return new Upload(key, source, version, newBucket, newSequencer);
  }

  /** Returns whether it is told from other uploads without a look at its bytes. */
  public boolean isTold() {
    return version != null || sequencer != null;
  }

  /** Returns this upload with the same bytes from elsewhere. */
  public Upload withSource(WorkbookSource other) {
    return new Upload(key, other, version, bucket, sequencer);
  }
}
