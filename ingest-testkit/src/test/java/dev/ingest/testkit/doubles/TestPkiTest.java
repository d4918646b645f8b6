package dev.ingest.testkit.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPkiTest {

  private final TestPki pki = TestPki.shared();

  @Test
  void theServerCertificateIsSignedByTheAuthorityAndNamesLocalhost() throws Exception {
    X509Certificate server = read(pki.serverCertificate());

    server.verify(read(pki.ca()).getPublicKey());
    assertThat(server.getSubjectAlternativeNames()).containsExactly(List.of(2, "localhost"));
  }

  @Test
  void theUnrelatedAuthorityIsOneButSignedNothing() throws Exception {
    X509Certificate stranger = read(pki.unrelatedCa());

    assertThat(stranger.getBasicConstraints()).isNotNegative();
    assertThatThrownBy(() -> read(pki.serverCertificate()).verify(stranger.getPublicKey()))
        .isInstanceOf(SignatureException.class);
  }

  @Test
  void theKeyIsPlainPkcs8() {
    assertThat(pki.serverKey()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
  }

  @Test
  void theFilesAreMadeOnce() {
    assertThat(TestPki.shared()).isSameAs(pki);
    assertThat(pki.unrelatedCa()).isEqualTo(pki.unrelatedCa());
  }

  private static X509Certificate read(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
