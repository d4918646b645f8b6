package dev.ingest.testkit.doubles.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ingest.testkit.doubles.TestPki;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS with the certificate of {@link TestPki}, in both roles. */
final class WireTls {

  private static final char[] NO_PASSWORD = new char[0];

  private final SSLContext context;

  WireTls() {
    try {
      context = context(TestPki.shared());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot use the certificate of the test server", e);
    }
  }

  /** The server's side of TLS on a connection. */
  Socket serve(Socket plain) throws IOException {
    SSLSocket socket = wrap(plain);
    socket.setUseClientMode(false);
    return socket;
  }

  /** The client's side of TLS on a connection; the chain is verified. */
  Socket connect(Socket plain) throws IOException {
    SSLSocket socket = wrap(plain);
    socket.setUseClientMode(true);
    return socket;
  }

  private SSLSocket wrap(Socket plain) throws IOException {
    return (SSLSocket)
        context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
  }

  private static SSLContext context(TestPki pki) throws GeneralSecurityException, IOException {
    Certificate shown = certificate(pki.serverCertificate());
    PrivateKey key = key(pki.serverKey(), shown.getPublicKey().getAlgorithm());
    KeyStore keys = emptyStore();
    keys.setKeyEntry("server", key, NO_PASSWORD, new Certificate[] {shown});
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, NO_PASSWORD);
    KeyStore authorities = emptyStore();
    authorities.setCertificateEntry("ca", certificate(pki.ca()));
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate certificate(Path pem) throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static PrivateKey key(Path pem, String algorithm)
      throws GeneralSecurityException, IOException {
    StringBuilder base64 = new StringBuilder();
    for (String line : Files.readAllLines(pem, US_ASCII)) {
      if (!line.startsWith("-----")) {
        base64.append(line);
      }
    }
    byte[] encoded = Base64.getDecoder().decode(base64.toString());
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }
}
