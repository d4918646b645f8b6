/**
 * The programs that are measured and need no library but this one: the two ways to use it, the
 * limit, and a program that does nothing.
 */
@NullMarked
package dev.ingest.bench.program;

import org.jspecify.annotations.NullMarked;
