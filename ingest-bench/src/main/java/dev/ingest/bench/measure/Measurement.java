package dev.ingest.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of one program on one workbook. */
public final class Measurement {

  private static final double SLOW_SECONDS = 12;

  private final Program program;
  private final List<Double> wall = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> peak = new ArrayList<>();
  private @Nullable String failure;
  private boolean finished;

  /** Starts without runs. */
  public Measurement(Program program) {
    this.program = program;
  }

  /** Returns the program. */
  public Program program() {
    return program;
  }

  /** Returns whether it is to be run again: not if it failed, nor if it is slow. */
  public boolean goesOn() {
    return failure == null && !finished;
  }

  /**
   * Adds a run. The first one warms the machine's caches and does not count, unless it was slow:
   * then it is the only one.
   */
  public void add(ChildRun run, boolean warmUp) {
    finished = warmUp && run.wallSeconds() > SLOW_SECONDS;
    if (warmUp && !finished) {
      return;
    }
    wall.add(run.wallSeconds());
    run.usage().ifPresent(usage -> cpu.add(usage.cpuSeconds()));
    run.usage().ifPresent(usage -> peak.add(usage.peakMib()));
  }

  /** Says that it does not work; there are no figures then. */
  public void fail(String reason) {
    failure = reason;
  }

  /** Returns why it does not work. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns how many runs the figures are made of. */
  public int runs() {
    return wall.size();
  }

  /** Returns the median of the wall's clock, in seconds; NaN if it does not work. */
  public double wallSeconds() {
    return failure == null ? Median.of(wall) : Double.NaN;
  }

  /** Returns the median of the processor time, in seconds; NaN if unknown. */
  public double cpuSeconds() {
    return failure == null ? Median.of(cpu) : Double.NaN;
  }

  /** Returns the median of the peak of resident memory, in MiB; NaN if unknown. */
  public double peakMib() {
    return failure == null ? Median.of(peak) : Double.NaN;
  }
}
