package dev.ingest.lambda;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.WorkbookException;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * How much of a workbook a function of its size can hold. Rows stream; what is held is the file as
 * it came, in memory while it is small and else on the disk, and the distinct texts of .xlsx.
 *
 * @param heap bytes of memory
 * @param scratch bytes that are free on the disk, {@code /tmp}
 * @param limits for the reader
 */
record Budget(long heap, long scratch, ReadLimits limits) {

  /** One part of the memory that a file may take before it goes to the disk. */
  private static final int FILE_SHARE = 8;

  /** One part of the memory that distinct texts may take, and about what one of them takes. */
  private static final int TEXT_SHARE = 4;

  private static final int TEXT_BYTES = 100;

  /** Left free on the disk, for whoever else needs some. */
  private static final long SCRATCH_KEPT = 16L << 20;

  /**
   * Divides what there is.
   *
   * @param asked limits of a pipeline, which stay where they are lower
   */
  static Budget of(long heap, long scratch, ReadLimits asked) {
    long inMemory = Math.max(1, Math.min(asked.spooledMemory(), heap / FILE_SHARE));
    long file = Math.max(inMemory, Math.min(asked.sourceBytes(), scratch - SCRATCH_KEPT));
    long texts = Math.max(1, Math.min(asked.sharedStrings(), heap / TEXT_SHARE / TEXT_BYTES));
    return new Budget(
        heap,
        scratch,
        asked
            .withSpooledMemory((int) inMemory)
            .withSourceBytes(file)
            .withSharedStrings((int) texts));
  }

  /**
   * Divides what this process has now.
   *
   * @param memory the function's size in MiB, or null where nobody says
   */
  static Budget now(@Nullable Integer memory, ReadLimits asked) {
    long most = Runtime.getRuntime().maxMemory();
    long heap = memory == null ? most : Math.min(most, (long) memory << 20);
    return of(heap, new File(System.getProperty("java.io.tmpdir")).getUsableSpace(), asked);
  }

  /** Makes the refusal of a file that cannot be held. */
  WorkbookException tooLarge(String name) {
    return new WorkbookException(
        WorkbookException.Reason.LIMIT_EXCEEDED,
        "%s: expected a file of at most %s MiB, which this function can hold (%s MiB of memory, %s MiB free in /tmp), found more; give it more ephemeral storage, or raise the pipeline's limit"
            .formatted(name, limits.sourceBytes() >> 20, heap >> 20, scratch >> 20));
  }
}
