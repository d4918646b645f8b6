package dev.ingest.proposal;

import dev.ingest.workbook.Cell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What the cells under date and time formats have in common. The model of a cell does not tell
 * {@code h:mm} from {@code [h]:mm} or {@code yyyy-mm-dd}, so the serials decide: all below 1, and
 * not all zero, are times of day; all before 1950, and some no whole days, are durations, since a
 * time of day is seldom known of a day so long ago; all others are dates. Not thread-safe.
 */
final class DateSurvey {

  private static final LocalDate LIKELY_FROM = LocalDate.of(1950, 1, 1);
  private static final LocalDate LIKELY_TO = LocalDate.of(2100, 12, 31);
  private static final double LIKELY_SERIALS = 100_000;
  private static final double MILLIS_PER_DAY = 86_400_000;

  /** As many days as a duration is read of. */
  private static final double MOST_DAYS = 3_000_000;

  private final Sightings all;
  private final Sightings dated;
  private final Sightings undated;
  private final Sightings timed;
  private final Sightings notOfDay;
  private final Sightings tooLong;
  private final Sightings bare;
  private final Sightings bareTimed;
  private final Sightings notBare;
  private boolean early = true;
  private boolean parts;

  DateSurvey(ColumnPlace place) {
    all = new Sightings(place);
    dated = new Sightings(place);
    undated = new Sightings(place);
    timed = new Sightings(place);
    notOfDay = new Sightings(place);
    tooLong = new Sightings(place);
    bare = new Sightings(place);
    bareTimed = new Sightings(place);
    notBare = new Sightings(place);
  }

  /** Looks at a cell under a date or time format. */
  void look(Cell cell, int row) {
    double serial = cell.number();
    LocalDateTime at = date(cell);
    all.see(row);
    (at == null ? undated : dated).see(row);
    if (at != null && hasTime(at)) {
      timed.see(row);
    }
    early &= at == null ? serial < 100 : at.toLocalDate().isBefore(LIKELY_FROM);
    parts |= serial < 0 || serial != Math.rint(serial);
    if (!(serial >= 0 && Math.rint(serial * MILLIS_PER_DAY) < MILLIS_PER_DAY)) {
      notOfDay.see(row);
    }
    if (!(Math.abs(serial) < MOST_DAYS)) {
      tooLong.see(row);
    }
  }

  /** Looks at a number under no date format, which a column of dates may take for a serial. */
  void lookBare(Cell cell, int row) {
    LocalDateTime at = cell.number() >= 0 && cell.number() < LIKELY_SERIALS ? date(cell) : null;
    LocalDate day = at == null ? null : at.toLocalDate();
    if (at == null || day == null || day.isBefore(LIKELY_FROM) || day.isAfter(LIKELY_TO)) {
      notBare.see(row);
      return;
    }
    bare.see(row);
    if (hasTime(at)) {
      bareTimed.see(row);
    }
  }

  private static @Nullable LocalDateTime date(Cell cell) {
    try {
      return cell.dateTime();
    } catch (DateTimeException none) {
      return null;
    }
  }

  static boolean hasTime(LocalDateTime at) {
    return !at.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  boolean areTimes() {
    return all.any() && !notOfDay.any() && parts;
  }

  boolean areDurations() {
    return all.any() && early && parts && !areTimes();
  }

  /** Returns all cells under date and time formats. */
  Sightings all() {
    return all;
  }

  /** Returns those that are dates. */
  Sightings dated() {
    return dated;
  }

  /** Returns those whose serials have no date. */
  Sightings undated() {
    return undated;
  }

  /** Returns those that are dates with a time of day. */
  Sightings timed() {
    return timed;
  }

  /** Returns those that are no times of day. */
  Sightings notOfDay() {
    return notOfDay;
  }

  /** Returns those that are no durations. */
  Sightings tooLong() {
    return tooLong;
  }

  /** Returns the numbers that a column of dates would take for serials. */
  Sightings bare() {
    return bare;
  }

  /** Returns the other numbers. */
  Sightings notBare() {
    return notBare;
  }

  /** Returns the likely serials that have a time of day. */
  Sightings bareTimed() {
    return bareTimed;
  }
}
