package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date, or a date with time: a serial, or text. ISO 8601 text is always taken, other text where a
 * pattern or the order of its numbers is declared. A number without date format is taken for a
 * serial from 1950-01-01 to 2100-12-31. Immutable.
 *
 * @param <T> {@link LocalDate} or {@link LocalDateTime}
 */
public final class DateDecoder<T> implements CatalogueDecoder<T> {

  private final boolean withTime;
  private final boolean truncating;
  private final @Nullable DatePatterns<LocalDateTime> patterns;
  private final @Nullable DayOrder order;
  private final @Nullable DayOrderFinding finding;

  DateDecoder(boolean withTime) {
    this(withTime, false, null, null, null);
  }

  private DateDecoder(
      boolean withTime,
      boolean truncating,
      @Nullable DatePatterns<LocalDateTime> patterns,
      @Nullable DayOrder order,
      @Nullable DayOrderFinding finding) {
    this.withTime = withTime;
    this.truncating = truncating;
    this.patterns = patterns;
    this.order = order;
    this.finding = finding;
  }

  /** Returns a decoder that takes a time of day off, which is a problem of a date otherwise. */
  public DateDecoder<T> truncatingTime() {
    return new DateDecoder<>(withTime, true, patterns, order, finding);
  }

  /**
   * Returns a decoder that reads text by patterns without names, see {@link #withPattern(Locale,
   * String...)}.
   */
  public DateDecoder<T> withPattern(String... inOrder) {
    return withPattern(Locale.ROOT, inOrder);
  }

  /**
   * Returns a decoder that reads text by patterns of {@link java.time.format.DateTimeFormatter},
   * asked in order, each strictly. A {@code yyyy} is a plain year; two digits of one are of 2000 to
   * 2099.
   *
   * @param locale the language of names of months and days
   * @throws IllegalArgumentException if a pattern is none, gives no whole date, or reads a text as
   *     another day than one before it does
   */
  public DateDecoder<T> withPattern(Locale locale, String... inOrder) {
    DatePatterns<LocalDateTime> written = DatePatterns.ofDates(List.of(inOrder), locale);
    return new DateDecoder<>(withTime, truncating, written, order, finding);
  }

  /** Returns a decoder that reads text like {@code 3/4/2020}, {@code 3.4.2020} in an order. */
  public DateDecoder<T> withDayOrder(DayOrder declared) {
    return new DateDecoder<>(withTime, truncating, patterns, declared, null);
  }

  /**
   * Returns a decoder that reads such text in the order that the cells of the column tell. Where
   * they tell none, dates with two meanings are refused; where they are at odds, all dates whose
   * meaning depends on the order, with the cells that tell so.
   */
  public DateDecoder<T> withDayOrder(DayOrderFinding found) {
    return new DateDecoder<>(
        withTime, truncating, patterns, found.order().orElse(DayOrder.BY_WITNESS), found);
  }

  @Override
  @SuppressWarnings("unchecked") // each is asked for under its own type only
  public T decode(Cell cell) throws CellDecodeException {
    LocalDateTime at =
        cell.kind() == CellKind.TEXT ? written(cell) : Serials.dateTime(cell, expected());
    if (withTime) {
      return (T) (truncating ? at.toLocalDate().atStartOfDay() : at);
    }
    if (!truncating && !at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new CellDecodeException(
          ProblemCode.TIME_IN_DATE,
          expected(),
          "the date with time " + at,
          "take the time off, or declare the column a date with time");
    }
    return (T) at.toLocalDate();
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = new ArrayList<>();
    if (cell.kind() == CellKind.TEXT) {
      textSteps(cell, Texts.trim(cell.text()), steps);
    }
    String named = (withTime ? "date with time" : "date") + (truncating ? ", time truncated" : "");
    steps.add(DecodeStep.of(named, this, cell));
    return List.copyOf(steps);
  }

  private void textSteps(Cell cell, String text, List<DecodeStep> steps) {
    steps.add(DecodeStep.tried("ISO 8601", cell, IsoTexts.dateTime(text)));
    if (patterns != null && !DecodeStep.isDecided(steps)) {
      steps.addAll(patterns.steps(cell, text));
    }
    if (order != null && !DecodeStep.isDecided(steps)) {
      String by = order.label() + (finding == null ? "" : ", " + finding);
      try {
        steps.add(DecodeStep.tried(by, cell, numeric(cell, text, order)));
      } catch (CellDecodeException ambiguous) {
        steps.add(new DecodeStep(by, Refusals.found(cell), DecodeOutcome.of(ambiguous)));
      }
    }
  }

  private LocalDateTime written(Cell cell) throws CellDecodeException {
    String text = Texts.trim(cell.text());
    LocalDateTime at = IsoTexts.dateTime(text);
    if (at == null && patterns != null) {
      at = patterns.read(text);
    }
    if (at == null && order != null) {
      at = numeric(cell, text, order);
    }
    if (at == null) {
      throw Refusals.of(
          cell, ProblemCode.NOT_A_DATE, expected(), "enter it as a date, or as text like " + iso());
    }
    return at;
  }

  private @Nullable LocalDateTime numeric(Cell cell, String text, DayOrder by)
      throws CellDecodeException {
    NumericDate date = NumericDate.of(text);
    if (date == null || by != DayOrder.BY_WITNESS) {
      return date == null ? null : date.in(by);
    }
    boolean atOdds = finding != null && finding.isAtOdds();
    if (date.isAmbiguous() || atOdds && date.witness() != null) {
      throw new CellDecodeException(
          ProblemCode.DATE_AMBIGUOUS,
          "one order of day and month in the column",
          Refusals.found(cell) + ", and " + (finding == null ? DayOrderFinding.NONE : finding),
          "declare the order, or enter dates as dates");
    }
    LocalDateTime dayFirst = date.in(DayOrder.DAY_FIRST);
    return dayFirst == null ? date.in(DayOrder.MONTH_FIRST) : dayFirst;
  }

  private String iso() {
    return withTime ? "2020-02-01T19:00" : "2020-02-01";
  }

  @Override
  public String expected() {
    String date = withTime ? "a date with time" : "a date";
    return patterns == null ? date : date + ", or text like " + patterns.example();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DateDecoder<?> dates
        && dates.withTime == withTime
        && dates.truncating == truncating
        && Objects.equals(dates.patterns, patterns)
        && dates.order == order
        && Objects.equals(dates.finding, finding);
  }

  @Override
  public int hashCode() {
    return withTime ? 1 : 0;
  }

  @Override
  public String toString() {
    return (withTime ? "date with time" : "date")
        + (patterns == null ? "" : " " + patterns)
        + (order == null ? "" : ", " + order.label())
        + (truncating ? ", time truncated" : "");
  }
}
