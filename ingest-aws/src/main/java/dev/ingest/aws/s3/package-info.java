/** S3 as an object store. */
@NullMarked
package dev.ingest.aws.s3;

import org.jspecify.annotations.NullMarked;
