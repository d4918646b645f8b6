/**
 * The workbooks that are read: made from a fixed seed, shaped as their producers write them,
 * together with the rows that every program must find.
 */
@NullMarked
package dev.ingest.bench.workbook;

import org.jspecify.annotations.NullMarked;
