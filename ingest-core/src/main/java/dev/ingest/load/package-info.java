/** The port to the warehouse: what is to be replaced in which table, and what was. */
@NullMarked
package dev.ingest.load;

import org.jspecify.annotations.NullMarked;
