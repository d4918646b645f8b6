/** Tables made from schemas, as SQL, and how a table differs from one. */
@NullMarked
package dev.ingest.aws.ddl;

import org.jspecify.annotations.NullMarked;
