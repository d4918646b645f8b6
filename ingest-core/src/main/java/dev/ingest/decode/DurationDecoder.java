package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A length of time: a serial under a date or time format such as {@code [h]:mm}, counted in days
 * and rounded half-even to the millisecond, or ISO 8601 text. A number without format is refused,
 * since nothing says whether it counts days, hours or minutes.
 */
final class DurationDecoder implements CatalogueDecoder<Duration> {

  static final DurationDecoder DURATION = new DurationDecoder();

  private DurationDecoder() {}

  @Override
  public Duration decode(Cell cell) throws CellDecodeException {
    Duration duration =
        switch (cell.kind()) {
          case TEXT -> written(Texts.trim(cell.text()));
          case DATE -> ofDays(cell.number());
          default -> null;
        };
    if (duration == null) {
      throw Refusals.of(
          cell,
          ProblemCode.NOT_A_DURATION,
          expected(),
          cell.kind() == CellKind.NUMBER
              ? "format the cell as [h]:mm if it counts days"
              : "enter it under the format [h]:mm, or as text like PT1H30M");
    }
    return duration;
  }

  private static @Nullable Duration ofDays(double days) {
    return Math.abs(days) < Durations.MOST_DAYS ? Duration.ofMillis(Durations.millis(days)) : null;
  }

  private static @Nullable Duration written(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException other) {
      return null;
    }
  }

  @Override
  public String expected() {
    return "a duration";
  }

  @Override
  public String toString() {
    return "duration";
  }
}
