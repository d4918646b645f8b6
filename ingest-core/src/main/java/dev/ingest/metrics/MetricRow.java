package dev.ingest.metrics;

import dev.ingest.row.Lenient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param location where it was measured
 * @param metric what was measured
 * @param value the value; null, with its reason counted, where the cell holds no number
 * @param date the day
 */
public record MetricRow(
    String location, String metric, @Lenient @Nullable Double value, LocalDate date) {}
