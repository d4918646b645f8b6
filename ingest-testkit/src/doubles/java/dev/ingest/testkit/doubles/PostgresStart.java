package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How the database server is set up and started. */
final class PostgresStart {

  /** A busy machine unpacks the binaries slowly; a healthy start takes a second or two. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The first matching line decides. The library's own probe needs the trust for postgres. */
  private static final String HOST_BASED_AUTHENTICATION =
      """
      host    all postgres 127.0.0.1/32 trust
      host    all postgres ::1/128      trust
      hostssl all all      127.0.0.1/32 scram-sha-256
      hostssl all all      ::1/128      scram-sha-256
      """;

  private PostgresStart() {}

  /**
   * Makes a cluster in {@code data}, an empty directory, and starts it; returns when it answers.
   */
  static EmbeddedPostgres start(Path data) {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setDataDirectoryCustomizer(PostgresStart::secure)
          // PostgreSQL's own locale: the same on every platform, unlike the C library's.
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setServerConfig("ssl", "on")
          .setServerConfig("ssl_min_protocol_version", "TLSv1.2")
          .setServerConfig("password_encryption", "scram-sha-256")
          // TCP only: a socket file in /tmp would outlive a killed server.
          .setServerConfig("unix_socket_directories", "")
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .setPGStartupWait(PATIENCE)
          // Ours stops it and then deletes its files; two hooks would run in any order.
          .setRegisterShutdownHook(false)
          .start();
    } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
      IllegalStateException failure = new IllegalStateException(advice(log), e);
      stopLateComer(data, failure);
      throw failure;
    }
  }

  /** A server that was given up on may still come up, and has no handle. */
  private static void stopLateComer(Path data, IllegalStateException failure) {
    try {
      Postmaster.stop(data);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void secure(File dataDirectory) {
    Path data = dataDirectory.toPath();
    TestPki pki = TestPki.shared();
    try {
      Files.copy(pki.serverCertificate(), data.resolve("server.crt"));
      Path key = Files.copy(pki.serverKey(), data.resolve("server.key"));
      forOwnerOnly(key.toFile());
      Files.writeString(data.resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set up TLS for PostgreSQL", e);
    }
  }

  /** PostgreSQL refuses a key that others may read. */
  private static void forOwnerOnly(File key) {
    if (!key.setReadable(false, false) || !key.setReadable(true, true)) {
      throw new IllegalStateException("cannot hide the key of the test server from other users");
    }
  }

  private static String advice(Path log) {
    String said = read(log);
    if (said.contains("cannot be run as root")) {
      return "PostgreSQL does not run as root, and there is no user namespace to be had in which it"
          + " would not be root: run the build as a normal user";
    }
    return said.isEmpty()
        ? "PostgreSQL did not start"
        : "PostgreSQL did not start; it said:\n" + said;
  }

  private static String read(Path log) {
    try {
      return Files.exists(log) ? Files.readString(log, UTF_8).strip() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
