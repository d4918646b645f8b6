package dev.ingest.testkit.simulation;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LoadPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries, and what goes wrong on the way.
 *
 * @param plan what each load does to the table: an append, or a replacement of {@code part}
 * @param deliveries names of uploads, each as often as it comes: see {@link LoadSimulation#UPLOADS}
 * @param asPipeline whether the ledger is asked before, and loads begin while their file is written
 * @param fault what goes wrong, or null for nothing
 */
public record Schedule(
    LoadPlan plan, List<String> deliveries, boolean asPipeline, @Nullable Fault fault) {

  /** Keeps its own copy. */
  public Schedule {
    deliveries = List.copyOf(deliveries);
  }

  /** What goes wrong at a step. */
  public enum Kind {
    /** The process dies before the step. */
    CRASH_BEFORE,
    /** The process dies after the step. */
    CRASH_AFTER,
    /** The connection breaks before the step. */
    BREAK_BEFORE,
    /** The connection breaks after the step: its answer is lost. */
    BREAK_AFTER,
    /** All other deliveries come before the step. */
    DELAY
  }

  /**
   * One fault.
   *
   * @param delivery which of the deliveries, from 0
   * @param step which of its steps, from 1
   */
  public record Fault(int delivery, int step, Kind kind) {}

  @Override
  public String toString() {
    return "%s %s%s, %s"
        .formatted(
            LedgerEntry.planOf(plan),
            deliveries,
            asPipeline ? " as a pipeline does it" : "",
            fault);
  }
}
