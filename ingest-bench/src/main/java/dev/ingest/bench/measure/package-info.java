/** Processes that are started, watched and checked. */
@NullMarked
package dev.ingest.bench.measure;

import org.jspecify.annotations.NullMarked;
