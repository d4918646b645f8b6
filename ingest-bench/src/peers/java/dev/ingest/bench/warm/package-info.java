/** The same work again and again in one process, by JMH. */
@NullMarked
package dev.ingest.bench.warm;

import org.jspecify.annotations.NullMarked;
