/** Loads under every fault at every step, against a model of what must come of them. */
@NullMarked
package dev.ingest.testkit.simulation;

import org.jspecify.annotations.NullMarked;
