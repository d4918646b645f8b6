/** PostgreSQL as a target: connections with verified TLS, and the load in one transaction. */
@NullMarked
package dev.ingest.aws.postgres;

import org.jspecify.annotations.NullMarked;
