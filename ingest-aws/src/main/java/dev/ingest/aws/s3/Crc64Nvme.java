package dev.ingest.aws.s3;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.Checksum;

/**
 * The checksum that S3 keeps of an object where its writer asked for no other: CRC-64/NVME. The SDK
 * checks it only with a native library that is not on our class path.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking
 *     object integrity</a>
 */
final class Crc64Nvme implements Checksum {

  /** 0xAD93D23594C93659, its bits in reverse. */
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  private static final int SLICES = 8;
  private static final long[][] TABLE = table();

  private long state = -1;

  private static long[][] table() {
    long[][] table = new long[SLICES][256];
    for (int b = 0; b < 256; b++) {
      long crc = b;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
      }
      table[0][b] = crc;
    }
    for (int slice = 1; slice < SLICES; slice++) {
      for (int b = 0; b < 256; b++) {
        long before = table[slice - 1][b];
        table[slice][b] = before >>> 8 ^ table[0][(int) before & 0xff];
      }
    }
    return table;
  }

  @Override
  public void update(int b) {
    state = state >>> 8 ^ TABLE[0][(int) state & 0xff ^ b & 0xff];
  }

  /** Takes eight bytes at a step. */
  @Override
  public void update(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    for (; end - at >= SLICES; at += SLICES) {
      long word = state;
      for (int i = 0; i < SLICES; i++) {
        word ^= (bytes[at + i] & 0xffL) << 8 * i;
      }
      state =
          TABLE[7][(int) word & 0xff]
              ^ TABLE[6][(int) (word >>> 8) & 0xff]
              ^ TABLE[5][(int) (word >>> 16) & 0xff]
              ^ TABLE[4][(int) (word >>> 24) & 0xff]
              ^ TABLE[3][(int) (word >>> 32) & 0xff]
              ^ TABLE[2][(int) (word >>> 40) & 0xff]
              ^ TABLE[1][(int) (word >>> 48) & 0xff]
              ^ TABLE[0][(int) (word >>> 56)];
    }
    for (; at < end; at++) {
      update(bytes[at]);
    }
  }

  @Override
  public long getValue() {
    return ~state;
  }

  /** Returns the value as S3 writes it. */
  String base64() {
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(getValue()).array());
  }

  @Override
  public void reset() {
    state = -1;
  }
}
