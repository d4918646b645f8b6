package dev.ingest.aws.settings;

import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.SqlDialect;
import java.util.function.Supplier;

/**
 * The tables of a target, for whoever makes and compares them and loads nothing.
 *
 * @param dialect how their statements are written
 */
public record TargetTables(SqlDialect dialect, LiveTables live) {

  /**
   * Reads the settings that say which database it is; those of loads are not asked for. Nothing is
   * connected to yet.
   *
   * @throws IllegalArgumentException if any are missing or wrong; the message lists them all
   */
  public static TargetTables of(Settings settings) {
    Supplier<TargetTables> read = new TargetReader(settings).tables();
    settings.finish();
    return read.get();
  }
}
