package dev.ingest.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportJson;
import dev.ingest.store.OneObject;
import dev.ingest.workbook.WorkbookSource;
import org.jspecify.annotations.Nullable;

/**
 * All that a conversion tells.
 *
 * @param csv the file that it writes, or null where the workbook was refused
 */
public record Told(IngestReport report, @Nullable String csv) {

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
    byte[] output = store.content();
    return new Told(report, output == null ? null : new String(output, UTF_8));
  }

  /** Returns all of it as one text that equal runs share: but for the times that it took. */
  public String text() {
    return (csv == null ? "none" : csv) + withoutTimes(report);
  }

  /** Returns a report as JSON without its times. */
  public static String withoutTimes(IngestReport report) {
    return ReportJson.of(report).replaceAll("(?s)\"millis\" ?: ?\\{.*?}", "");
  }
}
