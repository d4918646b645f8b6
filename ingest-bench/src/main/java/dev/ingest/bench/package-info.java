/** Benchmarks: this library and its peers on the same workbooks, in one process and in many. */
@org.jspecify.annotations.NullMarked
package dev.ingest.bench;
