package dev.ingest.aws.redshift;

import dev.ingest.aws.sql.Replacement;
import dev.ingest.aws.sql.Sql;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadRequest;

/** The parts of a {@link Replacement} that are Redshift's own. */
record RedshiftReplacement(Sql sql, RedshiftLoad load) implements Replacement.Dialect {

  static Replacement of(Sql sql, LoadRequest request, RedshiftLoad load) {
    return new Replacement(sql, request, load.staged(), new RedshiftReplacement(sql, load));
  }

  @Override
  public long deletePartition() {
    sql.update(load.keys());
    return sql.update(load.deletion());
  }

  /** What {@code MERGE} counts is not documented, so rows are counted before and after. */
  @Override
  public LoadEffect upsert() {
    long before = sql.ask(load.staged().replaced());
    sql.update(load.merge());
    return LoadEffect.of(before, sql.ask(load.staged().replaced()));
  }
}
