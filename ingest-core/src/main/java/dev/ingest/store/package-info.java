/** Where bytes are kept: the port, and its form as a folder. */
@NullMarked
package dev.ingest.store;

import org.jspecify.annotations.NullMarked;
