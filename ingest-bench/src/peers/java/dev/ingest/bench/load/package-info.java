/** Loads into a PostgreSQL: this library's, what it could be at best, and the usual way. */
@NullMarked
package dev.ingest.bench.load;

import org.jspecify.annotations.NullMarked;
