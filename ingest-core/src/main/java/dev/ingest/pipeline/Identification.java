package dev.ingest.pipeline;

import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRange;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.StringJoiner;

/** Says what the ledger knows a load by. */
final class Identification {

  private static final int BUFFER = 64 << 10;

  private Identification() {}

  static LoadIdentity of(String run, Pipeline<?> pipeline, LoadOrigin origin, String fingerprint) {
    return new LoadIdentity(run, pipeline.name(), settings(pipeline), origin, fingerprint);
  }

  /**
   * Returns where an upload comes from. An object of a store is told by its version or by the event
   * about it; of any other the bytes are read and hashed.
   *
   * @throws WorkbookException if they cannot be read
   */
  static LoadOrigin origin(Upload upload) {
    try (WorkbookBytes bytes = upload.source().open()) {
      return new LoadOrigin(
          upload.bucket(),
          upload.key(),
          upload.version(),
          upload.sequencer(),
          bytes.length(),
          upload.version() == null && upload.sequencer() == null ? hash(bytes) : null);
    } catch (IOException failure) {
      throw new WorkbookException(
          WorkbookException.Reason.UNREADABLE,
          upload.source().name() + ": expected readable bytes, found " + failure,
          failure);
    }
  }

  private static String hash(WorkbookBytes bytes) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    for (long at = 0; at < bytes.length(); ) {
      int count = bytes.read(at, buffer, 0, buffer.length);
      if (count <= 0) {
        throw new IOException("the end before its length");
      }
      digest.update(buffer, 0, count);
      at += count;
    }
    return Sha256.hex(digest);
  }

  /** All that decides what becomes of a workbook; of a filter in code, its name is known only. */
  private static String settings(Pipeline<?> pipeline) {
    StringJoiner all = new StringJoiner("\n");
    all.add(pipeline.sheet().toString());
    all.add(pipeline.schema().toString());
    for (RowFilter<?> filter : pipeline.filters()) {
      all.add("filter " + (isCode(filter) ? filter.name() : filter));
    }
    pipeline.rules().forEach(rule -> all.add("rule " + rule));
    all.add(pipeline.plan().toString());
    all.add(pipeline.format().extension());
    return Sha256.of(all.toString());
  }

  private static boolean isCode(RowFilter<?> filter) {
    return filter instanceof RowFilter.Keep<?>
        || filter instanceof RowFilter.Rows<?> rows && !(rows.numbers() instanceof RowRange);
  }
}
