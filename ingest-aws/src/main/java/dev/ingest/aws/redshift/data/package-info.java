/** Redshift as a target through its Data API: no connection, no driver, no route into a VPC. */
@NullMarked
package dev.ingest.aws.redshift.data;

import org.jspecify.annotations.NullMarked;
