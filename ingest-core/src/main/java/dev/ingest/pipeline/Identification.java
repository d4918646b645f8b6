package dev.ingest.pipeline;

import dev.ingest.load.Delivery;
import dev.ingest.load.LoadOrigin;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRange;
import dev.ingest.row.RowRule;
import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says what the ledger knows a load by. */
final class Identification {

  private static final int BUFFER = 64 << 10;

  private Identification() {}

  /**
   * Returns what is known of a load before the workbook is read. An object of a store is told by
   * its version or by the event about it, and not opened; of any other the bytes are hashed.
   *
   * @throws WorkbookException if they cannot be read
   */
  static Delivery of(String run, Pipeline<?> pipeline, Upload upload) {
    LoadOrigin origin =
        upload.isTold() ? origin(upload, LoadOrigin.UNOPENED, null) : hashed(upload);
    return new Delivery(run, pipeline.name(), settings(pipeline), origin);
  }

  /**
   * Returns the same with the size of the workbook.
   *
   * @throws WorkbookException if it cannot be read
   */
  static Delivery opened(Delivery delivery, Upload upload) {
    LoadOrigin origin = delivery.origin();
    if (origin.size() != LoadOrigin.UNOPENED) {
      return delivery;
    }
    try (WorkbookBytes bytes = upload.source().open()) {
      return delivery.withOrigin(origin.withSize(bytes.length()));
    } catch (IOException failure) {
      throw unreadable(upload, failure);
    }
  }

  private static LoadOrigin hashed(Upload upload) {
    try (WorkbookBytes bytes = upload.source().open()) {
      return origin(upload, bytes.length(), hash(bytes));
    } catch (IOException failure) {
      throw unreadable(upload, failure);
    }
  }

  private static WorkbookException unreadable(Upload upload, IOException failure) {
    return new WorkbookException(
        WorkbookException.Reason.UNREADABLE,
        upload.source().name() + ": expected readable bytes, found " + failure,
        failure);
  }

  private static LoadOrigin origin(Upload upload, long size, @Nullable String hash) {
    return new LoadOrigin(
        upload.bucket(), upload.key(), upload.version(), upload.sequencer(), size, hash);
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
    for (RowRule rule : pipeline.rules()) {
      all.add("rule " + rule);
    }
    all.add(pipeline.plan().toString());
    all.add(pipeline.format().extension());
    return Sha256.of(all.toString());
  }

  private static boolean isCode(RowFilter<?> filter) {
    return filter instanceof RowFilter.Keep<?>
        || filter instanceof RowFilter.Rows<?> rows && !(rows.numbers() instanceof RowRange);
  }
}
