package dev.ingest.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment on the command line: a day or a time, in UTC where no zone is named, or how long ago.
 */
final class SinceConverter implements ITypeConverter<Instant> {

  private static final Map<Character, Duration> UNITS =
      Map.of('m', Duration.ofMinutes(1), 'h', Duration.ofHours(1), 'd', Duration.ofDays(1));

  private final Clock clock;

  /** As the command line uses it. */
  SinceConverter() {
    this(Clock.systemUTC());
  }

  SinceConverter(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    try {
      return moment(text);
    } catch (DateTimeException | ArithmeticException | NumberFormatException other) {
      throw new TypeConversionException(
          "expected a day (2020-02-01), a time (2020-02-01T10:15, in UTC) or how long ago (90m, 12h, 7d), found \"%s\""
              .formatted(text));
    }
  }

  private Instant moment(String text) {
    int last = text.length() - 1;
    Duration unit = text.isEmpty() ? null : UNITS.get(text.charAt(last));
    if (unit != null) {
      return clock.instant().minus(unit.multipliedBy(Long.parseLong(text, 0, last, 10)));
    }
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 9;
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
