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
  }

  /**
   * The files of this JVM, made on the first call.
   *
   * @return the one instance
   */
  public static synchronized TestPki shared() {
    if (shared == null) {
      TestPki pki = new TestPki(ScratchDirectory.create("pki"));
      pki.makeCa("ca");
      pki.makeServerCertificate();
      shared = pki;
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
      unrelatedCa = makeCa("unrelated-ca");
    }
    return unrelatedCa;
  }

  private Path makeCa(String name) {
    keytool(
        name,
        List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-ext", "bc:c"),
        List.of("-dname", "CN=Test " + name));
    return writePem(name + ".pem", "CERTIFICATE", certificate(name));
  }

  private void makeServerCertificate() {
    String request = directory.resolve("server.csr").toString();
    Path signed = directory.resolve("server.der");
    keytool(
        "server",
        List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048"),
        List.of("-dname", "CN=server"));
    keytool("server", List.of("-certreq"), List.of("-file", request));
    keytool(
        "ca",
        List.of("-gencert", "-ext", "SAN=dns:localhost", "-ext", "EKU=serverAuth"),
        List.of("-infile", request, "-outfile", signed.toString()));
    try {
      writePem("server.crt", "CERTIFICATE", Files.readAllBytes(signed));
    } catch (IOException e) {
      throw new UncheckedIOException("keytool wrote no " + signed.getFileName(), e);
    }
    writePem("server.key", "PRIVATE KEY", privateKey("server"));
  }

  private byte[] certificate(String name) {
    try {
      return keyStore(name).getCertificate(name).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no certificate in the key store of " + name, e);
    }
  }

  private byte[] privateKey(String name) {
    try {
      return keyStore(name).getKey(name, PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no key in the key store of " + name, e);
    }
  }

  private KeyStore keyStore(String name) throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(keyStoreFile(name), PASSWORD.toCharArray());
  }

  private File keyStoreFile(String name) {
    return directory.resolve(name + ".p12").toFile();
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

  /** Runs keytool on the entry {@code name} of the key store of that name. */
  private void keytool(String name, List<String> command, List<String> options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(command);
    line.addAll(options);
    line.addAll(List.of("-alias", name, "-keystore", keyStoreFile(name).toString()));
    line.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    line.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Duser.language=en"));
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool " + command.get(0) + " failed: " + said.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run the JDK's keytool", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }
}
