package dev.ingest.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a database's ledgers are wanted: the newest of those that fit all that is said.
 *
 * @param table loads into this table; without a schema, into the tables of this name in all
 *     schemas; null for any
 * @param file loads of objects whose key fits: {@code *} stands for any characters, {@code ?} for
 *     one; a pattern without a slash is one of the part after the last slash; null for any
 * @param since loads that were recorded at this moment or later, or null for any
 * @param most how many, at least one
 */
public record LedgerQuery(
    @Nullable TableName table, @Nullable String file, @Nullable Instant since, int most) {

  /** Refuses a query for nothing. */
  public LedgerQuery {
    if (most < 1) {
      throw new IllegalArgumentException("limit: expected 1 or more, found " + most);
    }
  }

  /** Asks for the newest lines, whatever was loaded. */
  public static LedgerQuery newest(int most) {
    return new LedgerQuery(null, null, null, most);
  }
}
