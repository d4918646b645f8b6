package dev.ingest.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Recorder;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Masking;
import dev.ingest.report.ReportJson;
import dev.ingest.store.OneObject;
import dev.ingest.workbook.WorkbookSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a conversion tells.
 *
 * @param csv the file that it writes, or null where the workbook was refused
 * @param rejects each problem as it is found: as the rejects show it, and whole
 */
public record Told(IngestReport report, @Nullable String csv, List<String> rejects) {

  /** What the key of each upload says; the pattern of keys calls it {@code label}. */
  static final String LABEL = "UK";

  /** Returns the upload of a run. */
  public static Upload upload(byte[] workbook) {
    return new Upload(LABEL + "/a.xlsx", WorkbookSource.of("a.xlsx", workbook));
  }

  /** Converts a workbook, with a key of its masks, so that two runs may be compared. */
  public static Told of(Pipeline<?> pipeline, byte[] workbook) {
    OneObject store = new OneObject();
    List<String> rejects = new ArrayList<>();
    IngestReport report =
        Ingestion.converting(pipeline, store, "bucket")
            .withRunIds(() -> "run")
            .withMasking(Masking.none().withKey(new byte[32]))
            .withRecorder(recorder(rejects))
            .run(upload(workbook));
    byte[] output = store.content();
    return new Told(report, output == null ? null : new String(output, UTF_8), rejects);
  }

  private static Recorder recorder(List<String> rejects) {
    return (run, body) ->
        body.apply(
            new Recorder.Tape(run.upload(), (shown, whole) -> rejects.add(shown + " " + whole)));
  }

  /** Returns all of it as one text that equal runs share: but for the times that it took. */
  public String text() {
    return (csv == null ? "none" : csv) + withoutTimes(report) + String.join("\n", rejects);
  }

  /** Returns a report as JSON without its times. */
  public static String withoutTimes(IngestReport report) {
    return ReportJson.of(report)
        .replaceAll("(?s)\"millis\" ?: ?\\{.*?}|\"startedAt\" ?: ?\".*?\"", "");
  }
}
