package dev.ingest.pipeline;

import dev.ingest.load.LoadOptions;
import dev.ingest.problem.Masking;
import dev.ingest.workbook.ReadOptions;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an ingestion runs; none of it says what the rows are.
 *
 * @param clock says when runs begin
 * @param recorder records the runs, or null where nobody does
 * @param loading how loads are done
 * @param onlyCorrected whether only the rows are taken that an earlier round marked
 */
record RunSettings(
    RejectBudget budget,
    Supplier<String> runIds,
    Clock clock,
    ReadOptions options,
    Masking masking,
    @Nullable Recorder recorder,
    LoadOptions loading,
    boolean onlyCorrected) {

  static RunSettings of(RejectBudget budget) {
    return new RunSettings(
        budget,
        RunIds.byTime(),
        Clock.systemUTC(),
        ReadOptions.defaults(),
        Masking.none(),
        null,
        LoadOptions.defaults(),
        false);
  }

  RunSettings withBudget(RejectBudget other) {
    return new RunSettings(
        other, runIds, clock, options, masking, recorder, loading, onlyCorrected);
  }

  RunSettings withRunIds(Supplier<String> other) {
    return new RunSettings(
        budget, other, clock, options, masking, recorder, loading, onlyCorrected);
  }

  RunSettings withClock(Clock other) {
    return new RunSettings(
        budget, runIds, other, options, masking, recorder, loading, onlyCorrected);
  }

  RunSettings withOptions(ReadOptions other) {
    return new RunSettings(budget, runIds, clock, other, masking, recorder, loading, onlyCorrected);
  }

  RunSettings withMasking(Masking other) {
    return new RunSettings(budget, runIds, clock, options, other, recorder, loading, onlyCorrected);
  }

  RunSettings withRecorder(Recorder other) {
    return new RunSettings(budget, runIds, clock, options, masking, other, loading, onlyCorrected);
  }

  RunSettings withLoading(LoadOptions other) {
    return new RunSettings(budget, runIds, clock, options, masking, recorder, other, onlyCorrected);
  }

  RunSettings withOnlyCorrected() {
    return new RunSettings(budget, runIds, clock, options, masking, recorder, loading, true);
  }

  /** Returns how the workbooks of a pipeline are read; the limits are always the pipeline's. */
  ReadOptions reading(Pipeline<?> pipeline) {
    return options.withLimits(pipeline.limits());
  }

  /** Returns what is hidden in reports: what the settings say, and what the schema says. */
  Masking hiding(Pipeline<?> pipeline) {
    return masking.and(pipeline.schema().sensitive());
  }
}
