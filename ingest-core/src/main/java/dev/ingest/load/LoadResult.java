package dev.ingest.load;

import org.jspecify.annotations.Nullable;

/**
 * What a load did.
 *
 * @param outcome how it ended
 * @param effect what it did to the table, or would have done
 * @param staged rows that arrived
 * @param earlier the load that made this one unnecessary, or null where none did
 */
public record LoadResult(
    Outcome outcome, LoadEffect effect, long staged, @Nullable LedgerEntry earlier) {

  /** How a load ended. */
  public enum Outcome {
    /** Its rows stand in the table. */
    LOADED("loaded"),
    /** The same upload, or the same rows, were loaded before; nothing was touched. */
    ALREADY_LOADED("already loaded"),
    /** A newer version of the same object was loaded before; nothing was touched. */
    SUPERSEDED("superseded"),
    /** It was rolled back, as was asked. */
    PREVIEWED("previewed");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** Returns the word in reports. */
    public String label() {
      return label;
    }
  }

  /** A load that was committed, of which only the counts are known. */
  public LoadResult(long staged, long deleted, long inserted) {
    this(Outcome.LOADED, LoadEffect.of(deleted, inserted), staged, null);
  }

  /** A load that did nothing, because of an earlier one. */
  static LoadResult unnecessary(Outcome outcome, LedgerEntry earlier) {
    return new LoadResult(outcome, LoadEffect.of(0, 0), 0, earlier);
  }

  /** Returns how many rows were there before and were replaced. */
  public long deleted() {
    return effect.deleted();
  }

  /** Returns how many rows came. */
  public long inserted() {
    return effect.inserted();
  }
}
