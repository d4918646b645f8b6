/**
 * Reads the events that reach the function, whichever door they come in by. {@link
 * dev.ingest.lambda.event.EventReader} makes {@link dev.ingest.lambda.event.Notice}s of them and
 * never fails: what makes no sense is a notice, too.
 */
@NullMarked
package dev.ingest.lambda.event;

import org.jspecify.annotations.NullMarked;
