package dev.ingest.lambda;

import dev.ingest.aws.settings.Settings;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.store.ObjectLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the function's environment says. Empty variables count as not set.
 *
 * @param outputBucket where the CSV goes: {@code INGEST_OUTPUT_BUCKET}
 * @param inputBuckets where uploads come from, empty for any: {@code INGEST_INPUT_BUCKETS}
 * @param pipelines where their files are: {@code INGEST_PIPELINES}, else the folder {@code
 *     pipelines} of the package where it has one; empty for the example alone
 * @param table where the example's rows go: {@code INGEST_TABLE}, else {@link
 *     MetricsPipeline#TABLE}
 * @param target which database it is in, by which way, and through which S3
 * @param results the form of the keys of what is written about runs: under {@code INGEST_RESULTS},
 *     else {@code results}; null where that is {@code none}
 * @param topic of SNS, its ARN, that is told how runs ended: {@code INGEST_NOTIFY_TOPIC}; null for
 *     none
 * @param bus of EventBridge that is told: {@code INGEST_NOTIFY_BUS}; null for none
 * @param namespace of the metrics: {@code INGEST_METRICS}, else {@code Ingest}; null where that is
 *     {@code none}
 * @param memory the function's size in MiB, or null where nobody says: {@code
 *     AWS_LAMBDA_FUNCTION_MEMORY_SIZE}, which Lambda sets
 */
record LambdaSettings(
    String outputBucket,
    List<String> inputBuckets,
    List<String> pipelines,
    TableName table,
    TargetSettings target,
    @Nullable String results,
    @Nullable String topic,
    @Nullable String bus,
    @Nullable String namespace,
    @Nullable Integer memory) {

  private static final String FOLDER = "pipelines";
  private static final String NONE = "none";

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
            "INGEST_OUTPUT_BUCKET", "the bucket for the CSV files", "any", LambdaSettings::bucket);
    List<String> inputs =
        read.value("INGEST_INPUT_BUCKETS", List.of(), text -> buckets(list(text)));
    List<String> pipelines = read.value("INGEST_PIPELINES", List.of(), LambdaSettings::places);
    if (pipelines.isEmpty()) {
      pipelines = read.value("LAMBDA_TASK_ROOT", List.of(), LambdaSettings::bundled);
    }
    if (!pipelines.isEmpty()) {
      read.refuse("where the files of pipelines name their tables", "INGEST_TABLE");
    }
    TableName table = read.value("INGEST_TABLE", MetricsPipeline.TABLE, TableName::parse);
    TargetSettings target = TargetSettings.read(read);
    Integer memory = read.optional("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", LambdaSettings::memory);
    String results = unlessNone(read.value("INGEST_RESULTS", "results", LambdaSettings::prefix));
    String topic = read.optional("INGEST_NOTIFY_TOPIC", LambdaSettings::topic);
    String bus = read.optional("INGEST_NOTIFY_BUS", name -> name);
    String namespace = unlessNone(read.value("INGEST_METRICS", "Ingest", name -> name));
    read.finish();
    return new LambdaSettings(
        bucket,
        inputs,
        pipelines,
        table,
        target,
        results == null ? null : results + "/{label}/{run}/{name}",
        topic,
        bus,
        namespace,
        memory);
  }

  private static String bucket(String name) {
    return new ObjectLocation(name, "key").bucket();
  }

  private static List<String> buckets(List<String> names) {
    for (String name : names) {
      String unused = bucket(name);
    }
    return names;
  }

  private static List<String> places(String text) {
    List<String> places = list(text);
    for (String place : places) {
      if (ObjectLocation.isUri(place)) {
        ObjectLocation unused = ObjectLocation.parse(place);
      }
    }
    return places;
  }

  private static List<String> bundled(String root) {
    Path folder = Path.of(root).resolve(FOLDER);
    return Files.isDirectory(folder) ? List.of(folder.toString()) : List.of();
  }

  /** Elements stand between commas; what is between two is nothing or something. */
  private static List<String> list(String text) {
    List<String> elements = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      String element = text.substring(from, to).strip();
      if (!element.isEmpty()) {
        elements.add(element);
      }
      from = to + 1;
    }
    return elements;
  }

  private static @Nullable String unlessNone(String text) {
    return text.equals(NONE) ? null : text;
  }

  private static String prefix(String text) {
    boolean fine = !text.startsWith("/") && !text.endsWith("/");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      fine &= c > ' ' && c <= '~' && "{}\\\"".indexOf(c) < 0;
    }
    if (!fine) {
      throw new IllegalArgumentException(
          "expected a prefix of keys without slashes around it, or none, found \"" + text + "\"");
    }
    return text;
  }

  private static String topic(String text) {
    if (!text.startsWith("arn:") || text.indexOf(":sns:") < 0) {
      throw new IllegalArgumentException("expected the ARN of a topic, found \"" + text + "\"");
    }
    return text;
  }

  private static Integer memory(String text) {
    try {
      int megabytes = Integer.parseInt(text);
      if (megabytes > 0) {
        return megabytes;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new IllegalArgumentException("expected MiB, found \"" + text + "\"");
  }
}
