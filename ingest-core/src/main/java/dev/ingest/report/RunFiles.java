package dev.ingest.report;

import dev.ingest.annotate.AnnotationLimits;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.KeyPattern;
import dev.ingest.pipeline.Recorder;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the files of each run to a store: {@code rejects.jsonl}, {@code annotated.xlsx} where
 * there are problems, {@code report.html} and {@code report.json}. Those that are written at the
 * end have the outcome as metadata, {@link #OUTCOME}. Thread-safe as far as the store is.
 */
public final class RunFiles implements Recorder {

  /** One problem a line, as {@link RejectJson} has it. */
  public static final String REJECTS = "rejects.jsonl";

  /** The upload with its bad cells marked; with {@code .xlsx}, or {@code .xlsm} and its like. */
  public static final String ANNOTATED = "annotated.";

  /** The report for people. */
  public static final String HTML = "report.html";

  /** The report for programs, as {@link ReportJson} has it. */
  public static final String JSON = "report.json";

  /** The name of the metadata that says how the run ended, by its word in reports. */
  public static final String OUTCOME = "ingest-outcome";

  private static final long MOST_REJECTS = 1_000_000;

  private final ObjectStore store;
  private final String bucket;
  private final KeyPattern keys;
  private final Map<String, String> parts;
  private final long mostRejects;
  private final AnnotationLimits annotation;

  private RunFiles(
      ObjectStore store,
      String bucket,
      KeyPattern keys,
      Map<String, String> parts,
      long mostRejects,
      AnnotationLimits annotation) {
    this.store = store;
    this.bucket = bucket;
    this.keys = keys;
    this.parts = Map.copyOf(parts);
    this.mostRejects = mostRejects;
    this.annotation = annotation;
  }

  /** Makes a recorder that writes to {@code output/reports/RUN/NAME}. */
  public static RunFiles in(ObjectStore store, String bucket) {
    return new RunFiles(
        store,
        bucket,
        KeyPattern.of("output/reports/{run}/{name}"),
        Map.of(),
        MOST_REJECTS,
        AnnotationLimits.defaults());
  }

  /**
   * Returns this recorder with keys of another form.
   *
   * @param template its parts are {@code run} and {@code name}, the latter is needed
   */
  public RunFiles withKeys(String template) {
    return withKeys(template, Map.of());
  }

  /**
   * Returns this recorder with keys of another form.
   *
   * @param template its parts are {@code run}, {@code name} and those that are given here; {@code
   *     name} is needed
   * @param values what stands for the other parts in each run, such as a label
   */
  public RunFiles withKeys(String template, Map<String, String> values) {
    KeyPattern other = KeyPattern.of(template);
    List<String> known = new ArrayList<>(List.of("run", "name"));
    known.addAll(values.keySet());
    if (!other.names().contains("name") || !known.containsAll(other.names())) {
      throw new IllegalArgumentException(
          "report key %s: expected the part {name} and perhaps {run}, found %s"
              .formatted(template, other.names()));
    }
    return new RunFiles(store, bucket, other, values, mostRejects, annotation);
  }

  /**
   * Returns this recorder with another cap on the lines of {@code rejects.jsonl}; by default
   * 1,000,000. The report says where it was passed.
   */
  public RunFiles withMostRejects(long most) {
    return new RunFiles(store, bucket, keys, parts, most, annotation);
  }

  /** Returns this recorder with other limits on what is annotated as a whole. */
  public RunFiles withAnnotationLimits(AnnotationLimits limits) {
    return new RunFiles(store, bucket, keys, parts, mostRejects, limits);
  }

  @Override
  public IngestReport record(Run run, Function<Tape, IngestReport> body) {
    return new RunRecording(this, run).record(body);
  }

  ObjectStore store() {
    return store;
  }

  ObjectLocation at(Run run, String name) {
    Map<String, String> values = new HashMap<>(parts);
    values.put("run", run.id());
    values.put("name", name);
    return new ObjectLocation(bucket, keys.fill(values));
  }

  AnnotationLimits annotation() {
    return annotation;
  }

  long mostRejects() {
    return mostRejects;
  }
}
