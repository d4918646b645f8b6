/**
 * A double of Amazon Redshift: a PostgreSQL that refuses what Redshift does not have, and loads
 * with Redshift's {@code COPY} from an {@link dev.ingest.testkit.doubles.S3Server}.
 */
@NullMarked
package dev.ingest.testkit.doubles.redshift;

import org.jspecify.annotations.NullMarked;
