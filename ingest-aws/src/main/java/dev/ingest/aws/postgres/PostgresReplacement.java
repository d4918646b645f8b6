package dev.ingest.aws.postgres;

import static dev.ingest.aws.sql.StagedLoad.STAGING;
import static dev.ingest.aws.sql.StagedLoad.columnList;
import static dev.ingest.aws.sql.StagedLoad.same;

import dev.ingest.aws.sql.Replacement;
import dev.ingest.aws.sql.Sql;
import dev.ingest.aws.sql.StagedLoad;
import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of a {@link Replacement} that are PostgreSQL's own. */
final class PostgresReplacement implements Replacement.Dialect {

  private final Sql sql;
  private final LoadRequest request;
  private final StagedLoad load;
  private final String target;

  private PostgresReplacement(Sql sql, LoadRequest request) {
    this.sql = sql;
    this.request = request;
    this.target = request.plan().table().sql();
    this.load = new StagedLoad(request, target);
  }

  static Replacement of(Sql sql, LoadRequest request) {
    PostgresReplacement own = new PostgresReplacement(sql, request);
    return new Replacement(sql, request, own.load, own);
  }

  @Override
  public long deletePartition() {
    return new ReplacedKeys(sql, target).delete(request.scope());
  }

  @Override
  public LoadEffect upsert() {
    long updated = load.others().isEmpty() ? sql.ask(load.replaced()) : sql.update(changing());
    return LoadEffect.of(updated, updated + sql.update(adding()));
  }

  private String changing() {
    String changes =
        load.others().stream()
            .map(TableName::quote)
            .map(column -> column + " = s." + column)
            .collect(Collectors.joining(", "));
    return "UPDATE %s AS t SET %s FROM %s AS s WHERE %s"
        .formatted(target, changes, STAGING, same("t", "s", load.keys()));
  }

  private String adding() {
    List<String> names = request.schema().names();
    return "INSERT INTO %s (%s) SELECT %s FROM %s AS s WHERE NOT EXISTS (SELECT 1 FROM %s AS t WHERE %s)"
        .formatted(
            target,
            columnList(names),
            columnList(names),
            STAGING,
            target,
            same("t", "s", load.keys()));
  }
}
