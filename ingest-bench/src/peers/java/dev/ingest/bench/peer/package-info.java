/** The same work with other libraries, each as its own documentation says it is fast. */
@NullMarked
package dev.ingest.bench.peer;

import org.jspecify.annotations.NullMarked;
