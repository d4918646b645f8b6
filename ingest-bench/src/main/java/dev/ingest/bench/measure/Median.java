package dev.ingest.bench.measure;

import java.util.Arrays;
import java.util.List;

/** The middle of some values. */
public final class Median {

  private Median() {}

  /** Returns the middle value, or the mean of the two in the middle; NaN of none. */
  public static double of(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
