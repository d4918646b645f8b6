/** The report of a run, for people and for programs. */
@NullMarked
package dev.ingest.report;

import org.jspecify.annotations.NullMarked;
