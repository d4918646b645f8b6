package dev.ingest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The published JSON Schemas (draft 2020-12), as they stand beside this class: {@code
 * dev/ingest/report/report.schema.json}, {@code reject.schema.json}, {@code
 * explanation.schema.json} and {@code runs.schema.json}.
 */
public final class Schemas {

  private Schemas() {}

  /** Returns the schema of {@link ReportJson}. */
  public static String report() {
    return resource("report.schema.json");
  }

  /** Returns the schema of one line of {@code rejects.jsonl}, see {@link RejectJson}. */
  public static String reject() {
    return resource("reject.schema.json");
  }

  /** Returns the schema of {@link ExplanationJson}. */
  public static String explanation() {
    return resource("explanation.schema.json");
  }

  /** Returns the schema of {@link RunsJson}. */
  public static String runs() {
    return resource("runs.schema.json");
  }

  /** Returns the text of a resource that this package ships. */
  static String resource(String name) {
    try (InputStream stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
