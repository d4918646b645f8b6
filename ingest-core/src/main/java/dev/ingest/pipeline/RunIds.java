package dev.ingest.pipeline;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Run ids that sort by time and do not repeat: {@code 20200201T101500Z-1f0c9a2b}. */
final class RunIds implements Supplier<String> {

  private static final File SYSTEM_RANDOM = new File("/dev/urandom");
  private static final int BYTES = 4;

  static Supplier<String> byTime() {
    return new RunIds();
  }

  /** Asked for at each run: a function that was restored from a snapshot must not repeat itself. */
  @Override
  public String get() {
    LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    return digits(now.getYear(), 4)
        + digits(now.getMonthValue(), 2)
        + digits(now.getDayOfMonth(), 2)
        + "T"
        + digits(now.getHour(), 2)
        + digits(now.getMinute(), 2)
        + digits(now.getSecond(), 2)
        + "Z-"
        + HexFormat.of().formatHex(random());
  }

  /**
   * Four bytes of the system's own generator, where it is a file: a {@link SecureRandom} is seeded
   * with the same, and to start it takes longer than to read a small workbook.
   */
  private static byte[] random() {
    if (SYSTEM_RANDOM.canRead()) {
      try (InputStream system = new FileInputStream(SYSTEM_RANDOM)) {
        byte[] random = system.readNBytes(BYTES);
        if (random.length == BYTES) {
          return random;
        }
      } catch (IOException closed) {
        return fromJava();
      }
    }
    return fromJava();
  }

  private static byte[] fromJava() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private static String digits(int value, int count) {
    String text = Integer.toString(value);
    return "0".repeat(Math.max(0, count - text.length())) + text;
  }
}
