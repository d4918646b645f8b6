package dev.ingest.pipeline;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;

/** Run ids that sort by time and do not repeat: {@code 20200201T101500Z-1f0c9a2b}. */
final class RunIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", java.util.Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RunIds() {}

  static Supplier<String> byTime() {
    Clock clock = Clock.systemUTC();
    return () -> TIME.format(clock.instant()) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
