/**
 * Values as bytes, for those who read and write them without an object each: rows that copy their
 * cells, numbers in their shortest form, a buffer to write to. Not exported.
 *
 * <p>Plain arrays and loops on purpose: the command line runs on C1, which neither inlines deeply
 * nor removes what is allocated and dropped.
 */
@NullMarked
package dev.ingest.workbook.bytes;

import org.jspecify.annotations.NullMarked;
