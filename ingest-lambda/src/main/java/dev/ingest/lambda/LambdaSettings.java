package dev.ingest.lambda;

import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.store.ObjectLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the function's environment says. Empty variables count as not set.
 *
 * @param outputBucket where the CSV goes: {@code INGEST_OUTPUT_BUCKET}
 * @param secretId the name or ARN of the database's secret: {@code INGEST_SECRET_ID}
 * @param table where the rows go: {@code INGEST_TABLE}, else {@link MetricsPipeline#TABLE}
 * @param address what the secret need not hold: {@code INGEST_DB_HOST}, {@code INGEST_DB_PORT},
 *     {@code INGEST_DB_NAME}
 * @param tls how the connection is protected: {@code INGEST_TLS}, which is {@code verify-full} or,
 *     for loopback only, {@code disable}; and {@code INGEST_CA_FILE}, else the JDK's trust store
 */
record LambdaSettings(
    String outputBucket, String secretId, TableName table, PostgresAddress address, Tls tls) {

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
    Variables read = new Variables(variables);
    String bucket =
        read.required(
            "INGEST_OUTPUT_BUCKET",
            "the bucket for the CSV files",
            name -> new ObjectLocation(name, "key").bucket());
    String secret =
        read.required("INGEST_SECRET_ID", "the name or ARN of the database's secret", id -> id);
    TableName table = read.value("INGEST_TABLE", MetricsPipeline.TABLE, TableName::parse);
    String host =
        read.optional("INGEST_DB_HOST", name -> new PostgresAddress(name, null, null).host());
    Integer port = read.optional("INGEST_DB_PORT", LambdaSettings::port);
    String database =
        read.optional("INGEST_DB_NAME", name -> new PostgresAddress(null, null, name).database());
    Path ca = read.optional("INGEST_CA_FILE", LambdaSettings::readable);
    Tls verified = ca == null ? Tls.verifyFull() : Tls.verifyFull(ca);
    Tls tls = read.value("INGEST_TLS", verified, mode -> tls(mode, verified, host));
    read.finish();
    return new LambdaSettings(
        bucket, secret, table, new PostgresAddress(host, port, database), tls);
  }

  private static @Nullable Integer port(String text) {
    try {
      return new PostgresAddress(null, Integer.valueOf(text), null).port();
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException(
          "expected a port from 1 to 65535, found \"" + text + "\"", none);
    }
  }

  private static Path readable(String text) {
    Path file = Path.of(text);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "expected a readable file of PEM certificates, found none at \"" + text + "\"");
    }
    return file;
  }

  private static Tls tls(String mode, Tls verified, @Nullable String host) {
    return switch (mode) {
      case "verify-full" -> verified;
      case "disable" -> {
        Tls disabled = Tls.disabledOnLoopback();
        if (host != null) {
          disabled.configure(new Properties(), host);
        }
        yield disabled;
      }
      default ->
          throw new IllegalArgumentException(
              "expected verify-full or disable, found \"" + mode + "\"");
    };
  }
}
