package dev.ingest.pipeline;

import dev.ingest.workbook.ReadOptions;
import java.util.function.Function;

/**
 * Records runs beside the output, such as in files. It surrounds each run: what it opens before, it
 * can close after, however the run ends. Thread-safe.
 */
public interface Recorder {

  /**
   * A run that has not begun.
   *
   * @param id the run's id
   * @param upload the workbook that came in
   * @param options how it is read
   * @param onlyCorrected whether only the rows are taken that an earlier round marked
   */
  record Run(String id, Upload upload, ReadOptions options, boolean onlyCorrected) {}

  /**
   * What the recorder sees of a run, and what the run reads.
   *
   * @param upload what the run is to read: that of the {@link Run}, or the same bytes another way
   * @param problems is told of each problem
   */
  record Tape(Upload upload, ProblemSink problems) {}

  /**
   * Calls the run once and returns its report, to which it may add warnings and the files that it
   * has written. What the run throws comes through as it is. What the recorder itself fails at once
   * the run has begun is a warning in the report: a load that is committed is not undone because
   * nobody could write it down.
   */
  IngestReport record(Run run, Function<Tape, IngestReport> body);
}
