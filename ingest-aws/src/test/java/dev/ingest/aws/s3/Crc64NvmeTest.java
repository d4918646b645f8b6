package dev.ingest.aws.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Against the catalogue's check value, and against the definition, bit by bit. */
class Crc64NvmeTest {

  private static final long POLYNOMIAL = 0xAD93D23594C93659L;

  @Test
  void theCheckValueIsThatOfTheCatalogue() {
    Crc64Nvme crc = new Crc64Nvme();
    crc.update("123456789".getBytes(US_ASCII), 0, 9);

    assertThat(crc.getValue()).isEqualTo(0xAE8B14860A799888L);
    assertThat(crc.base64()).isEqualTo("rosUhgp5mIg=");
  }

  @Test
  void nothingHasTheChecksumZero() {
    assertThat(new Crc64Nvme().base64()).isEqualTo("AAAAAAAAAAA=");
  }

  @Property
  void anyBytesInAnyPiecesHaveTheChecksumOfTheDefinition(
      @ForAll byte[] bytes, @ForAll byte[] more) {
    Crc64Nvme crc = new Crc64Nvme();
    crc.update(bytes, 0, bytes.length);
    crc.update(more, 0, more.length);
    byte[] all = new byte[bytes.length + more.length];
    System.arraycopy(bytes, 0, all, 0, bytes.length);
    System.arraycopy(more, 0, all, bytes.length, more.length);

    assertThat(crc.getValue()).isEqualTo(byDefinition(all));
  }

  /** The polynomial's division, most significant bit first, of bytes that are reflected. */
  private static long byDefinition(byte[] bytes) {
    long remainder = -1;
    for (byte b : bytes) {
      remainder ^= Long.reverse(b & 0xffL);
      for (int bit = 0; bit < 8; bit++) {
        remainder = remainder < 0 ? remainder << 1 ^ POLYNOMIAL : remainder << 1;
      }
    }
    return ~Long.reverse(remainder);
  }
}
