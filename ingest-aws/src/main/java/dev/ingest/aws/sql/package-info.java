/** What targets that are asked in SQL have in common: statements, questions, the ledger. */
@NullMarked
package dev.ingest.aws.sql;

import org.jspecify.annotations.NullMarked;
