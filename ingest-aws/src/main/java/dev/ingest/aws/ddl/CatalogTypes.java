package dev.ingest.aws.ddl;

import dev.ingest.load.TableColumn.Kind;
import java.util.Map;

/** What the catalogues of PostgreSQL and Redshift call types. */
public final class CatalogTypes {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("text", Kind.TEXT),
          Map.entry("character varying", Kind.TEXT),
          Map.entry("character", Kind.TEXT),
          Map.entry("smallint", Kind.SMALL),
          Map.entry("integer", Kind.INTEGER),
          Map.entry("bigint", Kind.BIG),
          Map.entry("numeric", Kind.DECIMAL),
          Map.entry("real", Kind.FLOAT),
          Map.entry("double precision", Kind.FLOAT),
          Map.entry("boolean", Kind.BOOLEAN),
          Map.entry("date", Kind.DATE),
          Map.entry("time without time zone", Kind.TIME),
          Map.entry("timestamp without time zone", Kind.TIMESTAMP),
          Map.entry("timestamp with time zone", Kind.MOMENT),
          Map.entry("interval", Kind.DURATION));

  private CatalogTypes() {}

  /** Returns the kind of a type that is written without its size. */
  public static Kind kind(String type) {
    return KINDS.getOrDefault(type, Kind.OTHER);
  }
}
