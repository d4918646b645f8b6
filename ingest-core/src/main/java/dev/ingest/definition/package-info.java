/**
 * A pipeline as a file, for those who write no Java: YAML or JSON in, a {@link
 * dev.ingest.pipeline.Pipeline} out, or all mistakes of the file at once.
 */
@NullMarked
package dev.ingest.definition;

import org.jspecify.annotations.NullMarked;
