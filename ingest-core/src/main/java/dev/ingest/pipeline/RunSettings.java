package dev.ingest.pipeline;

import dev.ingest.problem.Masking;
import dev.ingest.workbook.ReadOptions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an ingestion runs; none of it says what the rows are.
 *
 * @param recorder records the runs, or null where nobody does
 * @param onlyCorrected whether only the rows are taken that an earlier round marked
 */
record RunSettings(
    RejectBudget budget,
    Supplier<String> runIds,
    ReadOptions options,
    Masking masking,
    @Nullable Recorder recorder,
    boolean onlyCorrected) {

  static RunSettings of(RejectBudget budget) {
    return new RunSettings(
        budget, RunIds.byTime(), ReadOptions.defaults(), Masking.none(), null, false);
  }

  RunSettings withBudget(RejectBudget other) {
    return new RunSettings(other, runIds, options, masking, recorder, onlyCorrected);
  }

  RunSettings withRunIds(Supplier<String> other) {
    return new RunSettings(budget, other, options, masking, recorder, onlyCorrected);
  }

  RunSettings withOptions(ReadOptions other) {
    return new RunSettings(budget, runIds, other, masking, recorder, onlyCorrected);
  }

  RunSettings withMasking(Masking other) {
    return new RunSettings(budget, runIds, options, other, recorder, onlyCorrected);
  }

  RunSettings withRecorder(Recorder other) {
    return new RunSettings(budget, runIds, options, masking, other, onlyCorrected);
  }

  RunSettings withOnlyCorrected() {
    return new RunSettings(budget, runIds, options, masking, recorder, true);
  }
}
