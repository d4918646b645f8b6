/** How names are compared: normal forms, and the name that was probably meant. Not exported. */
@NullMarked
package dev.ingest.naming;

import org.jspecify.annotations.NullMarked;
