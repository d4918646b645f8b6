/** The pipeline that ships as the example: {@code location, metric, value, date}. */
@NullMarked
package dev.ingest.metrics;

import org.jspecify.annotations.NullMarked;
