/**
 * What can be wrong with a file or a row, as data: codes, places, messages, and why a value is
 * null.
 */
@NullMarked
package dev.ingest.problem;

import org.jspecify.annotations.NullMarked;
