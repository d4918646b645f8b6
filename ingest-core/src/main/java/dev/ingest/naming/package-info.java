/**
 * How names are compared and written: normal forms, the name that was probably meant, scalars of
 * YAML. Not exported.
 */
@NullMarked
package dev.ingest.naming;

import org.jspecify.annotations.NullMarked;
