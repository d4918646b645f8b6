package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority, and a server certificate for {@code localhost} that it signed, as PEM
 * files.
 *
 * <p>The certificate names the host {@code localhost} and no address, so that a client which checks
 * the host refuses {@code 127.0.0.1}. The files are made by the JDK's keytool once per JVM, in
 * about two seconds, and deleted when the JVM ends. All methods may be called from any thread.
 */
public final class TestPki {

  private static final String PASSWORD = "changeit";
  private static @Nullable TestPki shared;

  private final Path directory;
  private @Nullable Path unrelatedCa;

  private TestPki(Path directory) {
    this.directory = directory;
    generate("ca", "-ext", "bc:c");
    generate("server", "-signer", "ca", "-ext", "SAN=dns:localhost", "-ext", "EKU=serverAuth");
    writePem("ca.pem", "CERTIFICATE", certificate("ca"));
    writePem("server.crt", "CERTIFICATE", certificate("server"));
    writePem("server.key", "PRIVATE KEY", privateKey("server"));
  }

  /**
   * The files of this JVM, made on the first call.
   *
   * @return the one instance
   */
  public static synchronized TestPki shared() {
    if (shared == null) {
      shared = new TestPki(ScratchDirectory.create("pki"));
    }
    return shared;
  }

  /**
   * The certificate of the authority, for {@code sslrootcert}.
   *
   * @return ca.pem
   */
  public Path ca() {
    return directory.resolve("ca.pem");
  }

  /**
   * The server's certificate.
   *
   * @return server.crt
   */
  public Path serverCertificate() {
    return directory.resolve("server.crt");
  }

  /**
   * The server's private key: PKCS#8, not encrypted.
   *
   * @return server.key
   */
  public Path serverKey() {
    return directory.resolve("server.key");
  }

  /**
   * The certificate of another authority, which signed nothing: trusting it alone must fail.
   *
   * @return unrelated-ca.pem, made on the first call
   */
  public synchronized Path unrelatedCa() {
    if (unrelatedCa == null) {
      generate("unrelated-ca", "-ext", "bc:c");
      unrelatedCa = writePem("unrelated-ca.pem", "CERTIFICATE", certificate("unrelated-ca"));
    }
    return unrelatedCa;
  }

  private byte[] certificate(String name) {
    try {
      return keyStore().getCertificate(name).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("keytool left no certificate of " + name, e);
    }
  }

  private byte[] privateKey(String name) {
    try {
      return keyStore().getKey(name, PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("keytool left no key of " + name, e);
    }
  }

  private KeyStore keyStore() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(keyStoreFile(), PASSWORD.toCharArray());
  }

  private File keyStoreFile() {
    return directory.resolve("pki.p12").toFile();
  }

  private Path writePem(String file, String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    String pem = "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    try {
      return Files.writeString(directory.resolve(file), pem, US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Makes a key pair and its certificate; elliptic curves, for RSA keys take seconds to find. */
  private void generate(String name, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=Test " + name));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-keystore", keyStoreFile().toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Duser.language=en"));
    command.addAll(List.of(options));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      keytool.getOutputStream().close();
      String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + said.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run the JDK's keytool", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }
}
