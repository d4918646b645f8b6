/** The command line: arguments in, reports out. The way in is {@link dev.ingest.cli.Main}. */
@NullMarked
package dev.ingest.cli;

import org.jspecify.annotations.NullMarked;
