package dev.ingest.bench.program;

import dev.ingest.metrics.MetricRow;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A filter of the user's own: the rows of the first row's date. */
final class SameDay implements Predicate<MetricRow> {

  private @Nullable LocalDate first;

  @Override
  public boolean test(MetricRow row) {
    if (first == null) {
      first = row.date();
    }
    return row.date().equals(first);
  }
}
