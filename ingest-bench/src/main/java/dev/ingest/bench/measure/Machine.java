package dev.ingest.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What the figures were measured on. */
public final class Machine {

  private Machine() {}

  /** Returns one line: the day, the processor, the memory, the JDK and the system. */
  public static String describe(Clock clock) {
    return "%s; %s, %s cores; %s; JDK %s (%s); %s %s"
        .formatted(
            clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
            value("/proc/cpuinfo", "model name"),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  private static String memory() {
    String kib = value("/proc/meminfo", "MemTotal").replace(" kB", "");
    return kib.chars().allMatch(Character::isDigit)
        ? Long.parseLong(kib) / (1 << 20) + " GiB of memory"
        : "memory unknown";
  }

  private static String value(String file, String key) {
    try {
      return Files.readString(Path.of(file))
          .lines()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException elsewhere) {
      return System.getProperty("os.arch");
    }
  }
}
