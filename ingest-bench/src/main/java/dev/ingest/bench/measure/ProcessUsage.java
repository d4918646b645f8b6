package dev.ingest.bench.measure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process used up.
 *
 * @param cpuSeconds processor time, of the user and of the system, of all threads
 * @param peakMib the most memory that was resident at once, in MiB
 */
public record ProcessUsage(double cpuSeconds, double peakMib) {

  /** Linux counts in hundredths of a second, whatever the kernel's own clock is. */
  private static final double TICKS_PER_SECOND = 100;

  /** After the command's name in parentheses: 11 fields, then user and system time; proc(5). */
  private static final Pattern STAT = Pattern.compile("\\d+ \\(.*\\) (?:\\S+ ){11}(\\d+) (\\d+) ");

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** Finds the counts in what a program printed of {@code /proc/self}; nothing if it did not. */
  public static Optional<ProcessUsage> in(String printed) {
    Matcher stat = STAT.matcher(printed);
    Matcher peak = PEAK.matcher(printed);
    if (!stat.find() || !peak.find()) {
      return Optional.empty();
    }
    long ticks = Long.parseLong(stat.group(1)) + Long.parseLong(stat.group(2));
    return Optional.of(
        new ProcessUsage(ticks / TICKS_PER_SECOND, Long.parseLong(peak.group(1)) / 1024.0));
  }
}
