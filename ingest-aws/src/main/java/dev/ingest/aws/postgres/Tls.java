package dev.ingest.aws.postgres;

import java.nio.file.Path;
import java.util.Properties;
import org.postgresql.PGProperty;

/**
 * How a connection is protected: by TLS 1.2 or newer, whatever the JDK would still allow. There is
 * no way to encrypt without verifying: pgjdbc's {@code require} checks nothing, not even with a CA
 * file given.
 */
public sealed interface Tls {

  /** Verifies the certificate against the JDK's trust store, and the host name. */
  static Tls verifyFull() {
    return new JdkTrust();
  }

  /**
   * Verifies the certificate against a CA file, and the host name.
   *
   * @param ca certificates in PEM form, such as the RDS bundle
   */
  static Tls verifyFull(Path ca) {
    return new CaFile(ca);
  }

  /** No protection, for a server on this machine only. */
  static Tls disabledOnLoopback() {
    return new Disabled();
  }

  /**
   * Sets the driver's properties for a host.
   *
   * @throws IllegalArgumentException if the host needs protection
   */
  void configure(Properties properties, String host);

  /** See {@link Tls#verifyFull()}. */
  record JdkTrust() implements Tls {
    @Override
    public void configure(Properties properties, String host) {
      PGProperty.SSL_MODE.set(properties, "verify-full");
      PGProperty.SSL_FACTORY.set(properties, ModernSockets.class.getName());
    }
  }

  /** See {@link Tls#verifyFull(Path)}. */
  record CaFile(Path ca) implements Tls {
    @Override
    public void configure(Properties properties, String host) {
      PGProperty.SSL_MODE.set(properties, "verify-full");
      PGProperty.SSL_ROOT_CERT.set(properties, ca.toString());
      PGProperty.SSL_FACTORY.set(properties, ModernSockets.class.getName());
    }
  }

  /** See {@link Tls#disabledOnLoopback()}. */
  record Disabled() implements Tls {
    @Override
    public void configure(Properties properties, String host) {
      if (!host.equals("localhost") && !host.equals("127.0.0.1") && !host.equals("::1")) {
        throw new IllegalArgumentException(
            "TLS: expected it to be on for the host %s, found it disabled, which is for loopback only; use verify-full"
                .formatted(host));
      }
      PGProperty.SSL_MODE.set(properties, "disable");
    }
  }
}
