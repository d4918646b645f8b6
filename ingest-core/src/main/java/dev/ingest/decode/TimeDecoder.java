package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time of day: a serial below 1 under a date or time format, rounded half-even to the
 * millisecond, or text. ISO 8601 text is always taken, other text by declared patterns. A number
 * without format is no time. Immutable.
 */
public final class TimeDecoder implements CatalogueDecoder<LocalTime> {

  static final TimeDecoder TIME = new TimeDecoder(null);

  private final @Nullable DatePatterns<LocalTime> patterns;

  private TimeDecoder(@Nullable DatePatterns<LocalTime> patterns) {
    this.patterns = patterns;
  }

  /**
   * Returns a decoder that reads text by patterns, see {@link DateDecoder#withPattern(Locale,
   * String...)}.
   */
  public TimeDecoder withPattern(Locale locale, String... inOrder) {
    return new TimeDecoder(DatePatterns.ofTimes(List.of(inOrder), locale));
  }

  @Override
  public LocalTime decode(Cell cell) throws CellDecodeException {
    LocalTime time =
        switch (cell.kind()) {
          case TEXT -> written(Texts.trim(cell.text()));
          case DATE -> ofDay(cell.number());
          default -> null;
        };
    if (time == null) {
      throw Refusals.of(cell, ProblemCode.NOT_A_TIME, expected(), hint(cell));
    }
    return time;
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = new ArrayList<>();
    if (cell.kind() == CellKind.TEXT) {
      String text = Texts.trim(cell.text());
      steps.add(DecodeStep.tried("ISO 8601", cell, iso(text)));
      if (!steps.get(0).isDecisive() && patterns != null) {
        steps.addAll(patterns.steps(cell, text));
      }
    }
    steps.add(DecodeStep.of("time of day", this, cell));
    return List.copyOf(steps);
  }

  private static @Nullable LocalTime ofDay(double serial) {
    long millis = serial >= 0 && serial < 1 ? Durations.millis(serial) : -1;
    return millis < 0 || millis >= Durations.MILLIS_PER_DAY
        ? null
        : LocalTime.ofNanoOfDay(millis * 1_000_000);
  }

  private @Nullable LocalTime written(String text) {
    LocalTime time = iso(text);
    return time == null && patterns != null ? patterns.read(text) : time;
  }

  private static @Nullable LocalTime iso(String text) {
    return IsoTexts.parse(text, DateTimeFormatter.ISO_LOCAL_TIME, LocalTime::from);
  }

  private static String hint(Cell cell) {
    return cell.kind() == CellKind.NUMBER
        ? "format the cell as a time if it is one"
        : "enter it as a time below 24:00, or as text like 19:00";
  }

  @Override
  public String expected() {
    return patterns == null ? "a time of day" : "a time of day, or text like " + patterns.example();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeDecoder times && Objects.equals(times.patterns, patterns);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(patterns);
  }

  @Override
  public String toString() {
    return patterns == null ? "time of day" : "time of day " + patterns;
  }
}
