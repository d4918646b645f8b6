package dev.ingest.pipeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Run ids that sort by time and do not repeat: {@code 20200201T101500Z-1f0c9a2b}. */
final class RunIds implements Supplier<String> {

  static Supplier<String> byTime() {
    return new RunIds();
  }

  /** Asked for at each run: a function that was restored from a snapshot must not repeat itself. */
  @Override
  public String get() {
    LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    byte[] random = new byte[4];
    new SecureRandom().nextBytes(random);
    return digits(now.getYear(), 4)
        + digits(now.getMonthValue(), 2)
        + digits(now.getDayOfMonth(), 2)
        + "T"
        + digits(now.getHour(), 2)
        + digits(now.getMinute(), 2)
        + digits(now.getSecond(), 2)
        + "Z-"
        + HexFormat.of().formatHex(random);
  }

  private static String digits(int value, int count) {
    String text = Integer.toString(value);
    return "0".repeat(Math.max(0, count - text.length())) + text;
  }
}
