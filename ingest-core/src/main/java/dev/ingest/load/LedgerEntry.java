package dev.ingest.load;

import java.time.Instant;

/**
 * A line of the ledger, which stands in the target database. That of a load was written in the
 * load's own transaction: where it is, the rows are. An upload whose rows another one had brought
 * already has a line too, so that older versions of it are known to be older.
 *
 * @param identity which load it was
 * @param outcome how it ended: {@link LoadResult.Outcome#LOADED} or {@link
 *     LoadResult.Outcome#ALREADY_LOADED}
 * @param table the table
 * @param plan what the load did to it: see {@link #planOf}
 * @param scope what was replaced, in words: see {@link ReplaceScope#summary}
 * @param staged rows that arrived
 * @param deleted rows that were replaced
 * @param inserted rows that came
 * @param startedAt when it began, by the loader's clock
 * @param loadedAt when it was recorded, by the database's clock
 */
public record LedgerEntry(
    LoadIdentity identity,
    LoadResult.Outcome outcome,
    String table,
    String plan,
    String scope,
    long staged,
    long deleted,
    long inserted,
    Instant startedAt,
    Instant loadedAt) {

  /** A plan that replaces all rows, in words. */
  public static final String REPLACE_TABLE = "replace table";

  /** Returns a plan in words: {@code replace partition (date, location)}. */
  public static String planOf(LoadPlan plan) {
    if (plan instanceof LoadPlan.ReplacePartition replace) {
      return "replace partition (" + String.join(", ", replace.columns()) + ")";
    }
    if (plan instanceof LoadPlan.Upsert upsert) {
      return "upsert (" + String.join(", ", upsert.keyColumns()) + ")";
    }
    return plan instanceof LoadPlan.ReplaceTable ? REPLACE_TABLE : "append";
  }
}
