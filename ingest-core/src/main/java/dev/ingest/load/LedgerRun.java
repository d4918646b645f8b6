package dev.ingest.load;

import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger between those that it has to do with.
 *
 * @param line the run's own
 * @param before of a load that replaced rows, the load that had brought them; of one that found its
 *     rows there, the load that had brought those; null where the ledger does not tell
 * @param after the first load that replaced its rows, or null where none has, as far as the ledger
 *     tells. It tells of loads of the whole table, of the same scope, and of the same object; that
 *     other scopes have some keys in common it does not
 */
public record LedgerRun(
    LedgerEntry line, @Nullable LedgerEntry before, @Nullable LedgerEntry after) {}
