package dev.ingest.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportJson;
import dev.ingest.store.OneObject;
import dev.ingest.workbook.WorkbookSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a conversion tells: its report, and the file that it writes, which is null where the
 * workbook was refused.
 */
public record Told(IngestReport report, byte @Nullable [] output) {

  /** What the key of each upload says; the pattern of keys calls it {@code label}. */
  static final String LABEL = "UK";

  /** Returns the upload of a run. */
  public static Upload upload(byte[] workbook) {
    return new Upload(LABEL + "/a.xlsx", WorkbookSource.of("a.xlsx", workbook));
  }

  /** Converts a workbook. */
  public static Told of(Pipeline<?> pipeline, byte[] workbook) {
    OneObject store = new OneObject();
    IngestReport report =
        Ingestion.converting(pipeline, store, "bucket")
            .withRunIds(() -> "run")
            .run(upload(workbook));
    return new Told(report, store.content());
  }

  /** Returns the file that was written. */
  public String csv() {
    return new String(Objects.requireNonNull(output), UTF_8);
  }

  /** Returns all of it as one text that equal runs share: but for the times that it took. */
  public String text() {
    return (output == null ? "none" : csv()) + withoutTimes(report);
  }

  /** Returns a report as JSON without its times. */
  public static String withoutTimes(IngestReport report) {
    return ReportJson.of(report).replaceAll("(?s)\"millis\" ?: ?\\{.*?}", "");
  }
}
