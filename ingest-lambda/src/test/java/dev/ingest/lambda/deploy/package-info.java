/** What the templates of {@code docs/deploy} make, and what must hold of it. */
@NullMarked
package dev.ingest.lambda.deploy;

import org.jspecify.annotations.NullMarked;
