/** What stands in where no warehouse is named: a PostgreSQL and a folder of its own. */
@NullMarked
package dev.ingest.cli.local;

import org.jspecify.annotations.NullMarked;
