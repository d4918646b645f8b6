package dev.ingest.cli;

import dev.ingest.aws.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings that options give, or else the environment. Where the target is {@code local}, the
 * environment is not asked.
 */
final class SaidSettings {

  private static final String LOCAL = "local";

  /** Any of these names a database that is not the local one. */
  private static final List<String> OF_DATABASES =
      List.of(
          "INGEST_SECRET_ID",
          "INGEST_DB_HOST",
          "INGEST_DB_PORT",
          "INGEST_DB_NAME",
          "INGEST_DB_USER",
          "INGEST_CLUSTER",
          "INGEST_WORKGROUP");

  /** Of these only one can be: an option takes the place of the environment's other one. */
  private static final Map<String, String> INSTEAD_OF =
      Map.of(
          "INGEST_DB_USER", "INGEST_SECRET_ID",
          "INGEST_SECRET_ID", "INGEST_DB_USER",
          "INGEST_CLUSTER", "INGEST_WORKGROUP",
          "INGEST_WORKGROUP", "INGEST_CLUSTER");

  /** The options that say the same. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("INGEST_TARGET", "--target"),
          Map.entry("INGEST_SECRET_ID", "--secret"),
          Map.entry("INGEST_DB_HOST", "--host"),
          Map.entry("INGEST_DB_PORT", "--port"),
          Map.entry("INGEST_DB_NAME", "--database"),
          Map.entry("INGEST_DB_USER", "--user"),
          Map.entry("INGEST_CA_FILE", "--ca-file"),
          Map.entry("INGEST_TLS", "--tls"),
          Map.entry("INGEST_WORKGROUP", "--workgroup"),
          Map.entry("INGEST_CLUSTER", "--cluster"),
          Map.entry("INGEST_OUTPUT_BUCKET", "--output-bucket"),
          Map.entry("INGEST_COPY_ROLE", "--copy-role"),
          Map.entry("INGEST_MANIFESTS", "--manifests"),
          Map.entry("INGEST_GZIP", "--gzip"),
          Map.entry("INGEST_S3_ENDPOINT", "--s3-endpoint"),
          Map.entry("INGEST_S3_REGION", "--s3-region"),
          Map.entry("INGEST_S3_PATH_STYLE", "--s3-path-style"),
          Map.entry("INGEST_S3_BUCKET_OWNER", "--s3-bucket-owner"),
          Map.entry("INGEST_S3_ENCRYPTION", "--s3-encryption"),
          Map.entry("INGEST_S3_KMS_KEY", "--s3-kms-key"),
          Map.entry("INGEST_S3_KMS_BUCKET_KEY", "--s3-kms-bucket-key"));

  private final Map<String, String> environment;
  private final Map<String, String> given = new HashMap<>();

  SaidSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Takes what an option says. */
  void give(String name, String value) {
    given.put(name, value);
  }

  /** Returns one setting, as it was said. */
  @Nullable String value(String name) {
    return values().get(name);
  }

  /** Returns whether a database was named, or a way into one. */
  boolean isRemote() {
    Map<String, String> values = values();
    return !isLocal()
        && (isSet(values, "INGEST_TARGET")
            || OF_DATABASES.stream().anyMatch(name -> isSet(values, name)));
  }

  private boolean isLocal() {
    return LOCAL.equals(given.get("INGEST_TARGET"))
        || !given.containsKey("INGEST_TARGET") && LOCAL.equals(environment.get("INGEST_TARGET"));
  }

  private static boolean isSet(Map<String, String> values, String name) {
    return !values.getOrDefault(name, "").isBlank();
  }

  /** Returns them for those who read them; messages call them by their option, too. */
  Settings all() {
    Settings all = new Settings(values(), "the options and the environment", this::label);
    if (isLocal()) {
      all.refuse("for the local database", OF_DATABASES.toArray(String[]::new));
    }
    return all;
  }

  /** Returns what messages call a setting. */
  String label(String name) {
    String option = OPTIONS.get(name);
    return option == null ? "$" + name : option + " ($" + name + ")";
  }

  private Map<String, String> values() {
    if (isLocal()) {
      Map<String, String> own = new HashMap<>(given);
      own.remove("INGEST_TARGET");
      return own;
    }
    Map<String, String> all = new HashMap<>(environment);
    given.keySet().stream().map(INSTEAD_OF::get).forEach(all::remove);
    all.putAll(given);
    return all;
  }
}
