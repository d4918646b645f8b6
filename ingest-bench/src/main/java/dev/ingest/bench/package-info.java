/**
 * The benchmark's command: workbooks are made, programs run on them, and tables printed of what was
 * measured.
 */
@NullMarked
package dev.ingest.bench;

import org.jspecify.annotations.NullMarked;
