/**
 * The ports of the core on AWS and PostgreSQL. {@link dev.ingest.aws.AwsClients} makes the clients.
 */
@NullMarked
package dev.ingest.aws;

import org.jspecify.annotations.NullMarked;
