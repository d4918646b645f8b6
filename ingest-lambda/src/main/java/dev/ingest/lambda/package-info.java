/**
 * The pipeline as an AWS Lambda function: events in, reports out. {@link
 * dev.ingest.lambda.IngestHandler} is its entry point.
 */
@NullMarked
package dev.ingest.lambda;

import org.jspecify.annotations.NullMarked;
