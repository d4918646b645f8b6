package dev.ingest.lambda;

import dev.ingest.aws.settings.Settings;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.store.ObjectLocation;
import java.util.Map;

/**
 * What the function's environment says. Empty variables count as not set.
 *
 * @param outputBucket where the CSV goes: {@code INGEST_OUTPUT_BUCKET}
 * @param table where the rows go: {@code INGEST_TABLE}, else {@link MetricsPipeline#TABLE}
 * @param target which database it is in, by which way, and through which S3
 */
record LambdaSettings(String outputBucket, TableName table, TargetSettings target) {

  /** Reads the variables of this process: the only place that does. */
  static LambdaSettings fromEnvironment() {
    return of(System.getenv());
  }

  /**
   * Reads variables.
   *
   * @throws IllegalArgumentException if any are missing or wrong; the message lists them all
   */
  static LambdaSettings of(Map<String, String> variables) {
    Settings read = new Settings(variables, "the function's environment");
    String bucket =
        read.required(
            "INGEST_OUTPUT_BUCKET",
            "the bucket for the CSV files",
            "any",
            name -> new ObjectLocation(name, "key").bucket());
    TableName table = read.value("INGEST_TABLE", MetricsPipeline.TABLE, TableName::parse);
    TargetSettings target = TargetSettings.read(read);
    read.finish();
    return new LambdaSettings(bucket, table, target);
  }
}
