package dev.ingest.load;

/**
 * How a load is done; none of it says what is loaded.
 *
 * @param guards what it must not do
 * @param limit how long it may take
 * @param preview whether it is rolled back at its end, when all is known that it would have done
 * @param repeat whether it is done though the ledger says that it was
 */
public record LoadOptions(LoadGuards guards, TimeLimit limit, boolean preview, boolean repeat) {

  /** No guards, no limit, no preview, and nothing twice. */
  public static LoadOptions defaults() {
    return new LoadOptions(LoadGuards.none(), TimeLimit.none(), false, false);
  }

  /** Returns these with guards. */
  public LoadOptions withGuards(LoadGuards other) {
    return new LoadOptions(other, limit, preview, repeat);
  }

  /** Returns these with a limit. */
  public LoadOptions withLimit(TimeLimit other) {
    return new LoadOptions(guards, other, preview, repeat);
  }

  /** Returns these for a load that is rolled back. */
  public LoadOptions previewing() {
    return new LoadOptions(guards, limit, true, repeat);
  }

  /** Returns these for a load that is done whatever the ledger says. */
  public LoadOptions again() {
    return new LoadOptions(guards, limit, preview, true);
  }
}
