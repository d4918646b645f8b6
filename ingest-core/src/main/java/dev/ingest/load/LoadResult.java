package dev.ingest.load;

/**
 * What a committed load did.
 *
 * @param staged rows that arrived
 * @param deleted rows that were there before and were replaced
 * @param inserted rows that are there now
 */
public record LoadResult(long staged, long deleted, long inserted) {}
