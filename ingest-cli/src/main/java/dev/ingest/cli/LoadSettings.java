package dev.ingest.cli;

import dev.ingest.aws.s3.S3Settings;
import dev.ingest.aws.settings.Settings;
import dev.ingest.aws.settings.Target;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.store.ObjectLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where a load goes.
 *
 * @param target null for the local database, which is not there before it is started
 * @param bucket of the files; null for the local folder
 */
record LoadSettings(@Nullable Target target, S3Settings s3, boolean gzip, @Nullable String bucket) {

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if any are missing or wrong; the message lists them all
   */
  static LoadSettings read(TargetOptions options) {
    Settings settings = options.settings();
    LoadSettings read = options.isRemote() ? remote(settings) : local(settings);
    settings.finish();
    return read;
  }

  private static LoadSettings remote(Settings settings) {
    TargetSettings way = TargetSettings.read(settings);
    String bucket = bucket(settings);
    if (!(way.target() instanceof Target.Postgres) && !settings.has("INGEST_OUTPUT_BUCKET")) {
      settings.mistake(
          "INGEST_OUTPUT_BUCKET",
          "expected the bucket from which the database reads the CSV, found none");
    }
    return new LoadSettings(way.target(), way.s3(), way.gzip(), bucket);
  }

  private static LoadSettings local(Settings settings) {
    settings.refuse("for the local database", "INGEST_COPY_ROLE", "INGEST_MANIFESTS");
    return new LoadSettings(
        null, TargetSettings.s3(settings), TargetSettings.gzip(settings), bucket(settings));
  }

  private static @Nullable String bucket(Settings settings) {
    return settings.optional(
        "INGEST_OUTPUT_BUCKET", name -> new ObjectLocation(name, "key").bucket());
  }

  /** Returns the way into a target. */
  TargetSettings into(Target one) {
    return new TargetSettings(one, s3, gzip);
  }
}
