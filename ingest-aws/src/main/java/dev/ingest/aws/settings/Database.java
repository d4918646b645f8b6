package dev.ingest.aws.settings;

import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database that is connected to.
 *
 * @param address what the secret need not hold
 */
public record Database(PostgresAddress address, Tls tls, Login login) {

  /** Returns connections to it; nothing is opened yet. */
  public PostgresConnections connections() {
    return new PostgresConnections(address, tls, login.credentials());
  }

  /** Reads where it is, how it is connected to, and as whom. */
  static Database read(Settings settings, int usualPort) {
    String host =
        settings.optional("INGEST_DB_HOST", name -> new PostgresAddress(name, null, null).host());
    Integer port = settings.optional("INGEST_DB_PORT", Database::port);
    String name =
        settings.optional(
            "INGEST_DB_NAME", text -> new PostgresAddress(null, null, text).database());
    Tls tls = tls(settings, host);
    return new Database(
        new PostgresAddress(host, port, name, usualPort), tls, Login.read(settings));
  }

  static @Nullable Integer port(String text) {
    try {
      return new PostgresAddress(null, Integer.valueOf(text), null).port();
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException(
          "expected a port from 1 to 65535, found \"" + text + "\"", none);
    }
  }

  private static Tls tls(Settings settings, @Nullable String host) {
    Path ca = settings.optional("INGEST_CA_FILE", Database::readable);
    Tls verified = ca == null ? Tls.verifyFull() : Tls.verifyFull(ca);
    return settings.value("INGEST_TLS", verified, mode -> tls(mode, verified, host));
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
