/** Redshift as a target: its CSV, its {@code COPY}, its ledger, and the load over a connection. */
@NullMarked
package dev.ingest.aws.redshift;

import org.jspecify.annotations.NullMarked;
