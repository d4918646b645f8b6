package dev.ingest.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.RowCounts;
import dev.ingest.problem.NullReason;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts for CloudWatch, which it makes of a line of the function's output in the embedded metric
 * format: there is no call, no right and no wait.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
final class Metrics {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final @Nullable String namespace;
  private final PrintStream out;
  private final Clock clock;

  /**
   * Prepares the counting.
   *
   * @param namespace of the metrics, or null where nothing is counted
   * @param out where each line goes, alone on it
   */
  Metrics(@Nullable String namespace, PrintStream out, Clock clock) {
    this.namespace = namespace;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Counts what came of a record.
   *
   * @param function the function's name
   * @param millis that it took in all
   */
  void count(String function, Outcome outcome, long millis) {
    if (namespace != null) {
      out.println(line(namespace, function, outcome, millis));
    }
  }

  private String line(String space, String function, Outcome outcome, long millis) {
    ObjectNode line = NODES.objectNode();
    ObjectNode about = line.putObject("_aws");
    about.put("Timestamp", clock.millis());
    ObjectNode directive = about.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", space);
    ArrayNode dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add("Function");
    dimensions.addArray().add("Function").add("Outcome");
    Sums sums = new Sums(directive.putArray("Metrics"), line);
    line.put("Function", function);
    line.put("Outcome", outcome.label());
    sums.put("Runs", "Count", 1);
    sums.put("Duration", "Milliseconds", millis);
    IngestReport report = outcome.report();
    if (report != null) {
      dimensions.addArray().add("Function").add("Pipeline");
      line.put("Pipeline", report.pipeline());
      count(report, sums);
    }
    return line.toString();
  }

  private static void count(IngestReport report, Sums sums) {
    RowCounts rows = report.rows();
    sums.put("RowsAccepted", "Count", rows.accepted());
    sums.put("RowsRejected", "Count", rows.rejected());
    sums.put("RowsFiltered", "Count", rows.filteredRows());
    sums.put("RowsSkipped", "Count", rows.skippedRows());
    sums.put("RowsBlank", "Count", rows.blank());
    sums.put("Problems", "Count", report.problemCount());
    sums.put("Nulls", "Count", nulls(report));
    if (report.output() != null) {
      sums.put("OutputBytes", "Bytes", report.output().bytes());
    }
    if (report.load() != null) {
      sums.put("RowsDeleted", "Count", report.load().result().effect().deleted());
      sums.put("RowsInserted", "Count", report.load().result().effect().inserted());
    }
    for (Map.Entry<String, Long> step : report.millis().entrySet()) {
      sums.put("Duration_" + step.getKey(), "Milliseconds", step.getValue());
    }
  }

  private static long nulls(IngestReport report) {
    long sum = 0;
    for (Map<NullReason, Long> column : report.nulls().values()) {
      for (long count : column.values()) {
        sum += count;
      }
    }
    return sum;
  }

  /** A value stands beside the dimensions, its unit in the directive. */
  private record Sums(ArrayNode units, ObjectNode values) {

    void put(String name, String unit, long value) {
      units.addObject().put("Name", name).put("Unit", unit);
      values.put(name, value);
    }
  }
}
