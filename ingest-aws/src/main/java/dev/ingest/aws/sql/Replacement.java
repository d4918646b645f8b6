package dev.ingest.aws.sql;

import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadEffect.GoneValues;
import dev.ingest.load.LoadEffect.NullShare;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import java.util.List;

/** Puts staged rows into their table, in the place of those that the plan replaces. */
public final class Replacement {

  /** Deletes the rows of a partition, as each database does it in its own way. */
  @FunctionalInterface
  public interface Deletion {

    /** Deletes the rows that have a key of the file, and returns how many there were. */
    long run();
  }

  private final Sql sql;
  private final LoadRequest request;
  private final StagedLoad load;
  private final Deletion deletion;

  /** Makes it for one load, whose rows are staged. */
  public Replacement(Sql sql, LoadRequest request, StagedLoad load, Deletion deletion) {
    this.sql = sql;
    this.request = request;
    this.load = load;
    this.deletion = deletion;
  }

  /**
   * Does it.
   *
   * @param inDetail whether all of the effect is wanted or only the counts
   */
  public LoadEffect apply(boolean inDetail) {
    List<GoneValues> gone =
        inDetail ? load.gone().stream().flatMap(each -> sql.ask(each).stream()).toList() : List.of();
    List<NullShare> shares = inDetail ? nullShares() : List.of();
    LoadEffect counts = counts();
    return new LoadEffect(counts.deleted(), counts.inserted(), gone, shares);
  }

  private List<NullShare> nullShares() {
    return load.nullable().isEmpty()
        ? List.of()
        : load.nullShares(sql.ask(load.sharesBefore()), sql.ask(load.sharesAfter()));
  }

  private LoadEffect counts() {
    if (request.plan() instanceof LoadPlan.Upsert) {
      refuseDoubled(request, load, sql.ask(load.doubledKeys()));
      return upsert();
    }
    long deleted = delete();
    return LoadEffect.of(deleted, sql.update(load.insertion()));
  }

  private LoadEffect upsert() {
    long changed =
        load.others().isEmpty() ? sql.ask(load.replaced()) : sql.update(load.changing());
    return LoadEffect.of(changed, changed + sql.update(load.adding()));
  }

  private long delete() {
    if (request.plan() instanceof LoadPlan.ReplaceTable) {
      return sql.update(load.emptying());
    }
    return load.keys().isEmpty() || request.scope().keys().isEmpty()
        ? 0
        : deletion.run();
  }

  /** Refuses an upsert whose file has keys more than once. */
  public static void refuseDoubled(LoadRequest request, StagedLoad load, long doubled) {
    if (doubled > 0) {
      throw new LoadException(
          Reason.ROWS_REFUSED,
          "table %s: expected rows with different keys (%s), found %s keys more than once; nothing was changed; declare the key as unique to see the cells"
              .formatted(request.plan().table(), String.join(", ", load.keys()), doubled),
          null);
    }
  }
}
