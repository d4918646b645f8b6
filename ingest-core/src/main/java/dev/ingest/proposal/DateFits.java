package dev.ingest.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How columns would do as dates, times of day and durations.
 *
 * @param rows how many rows there are
 */
record DateFits(ColumnSurvey column, long rows) {

  /** Returns how the column would do as each of them, as far as its texts are beyond doubt. */
  List<Fit> certain() {
    List<Fit> fits = new ArrayList<>();
    times().ifPresent(fits::add);
    durations().ifPresent(fits::add);
    Optional<FormTrials.Outcome> written = column.texts().dates().outcome();
    if (written.filter(FormTrials.Outcome::isCertain).isPresent()) {
      written.ifPresent(outcome -> fits.add(withTexts(outcome, outcome.best())));
    } else if (column.dates().dated().any()) {
      fits.add(cellsOnly());
    }
    return fits;
  }

  /** Returns how it could do, if somebody decided the order of day and month. */
  List<Fit> undecided() {
    return column.texts().dates().outcome().filter(outcome -> !outcome.isCertain()).stream()
        .flatMap(outcome -> outcome.all().stream().map(trial -> withTexts(outcome, trial)))
        .toList();
  }

  private Optional<Fit> times() {
    DateSurvey cells = column.dates();
    Sightings notTimes = cells.areTimes() ? cells.notOfDay() : cells.all();
    Sightings times = cells.areTimes() ? cells.all() : new Sightings(column.place());
    return lengths(
        ProposedType.TIME, "times of day", times, notTimes, column.texts().times().outcome());
  }

  private Optional<Fit> durations() {
    DateSurvey cells = column.dates();
    boolean are = cells.areDurations() && !cells.tooLong().any();
    Sightings none = new Sightings(column.place());
    return lengths(
        ProposedType.DURATION,
        "durations",
        are ? cells.all() : none,
        are ? none : cells.all(),
        column.texts().durations().outcome());
  }

  private Optional<Fit> lengths(
      ProposedType type,
      String what,
      Sightings cells,
      Sightings others,
      Optional<FormTrials.Outcome> written) {
    Sightings none = new Sightings(column.place());
    Sightings texts = written.map(outcome -> outcome.best().taken()).orElse(none);
    Sightings taken = column.together(List.of(cells, texts));
    Sightings notTexts =
        written
            .map(outcome -> column.texts().refusedBy(outcome.best()))
            .orElse(column.texts().values());
    return taken.any()
        ? Optional.of(
            new Fit(
                type,
                taken,
                column.together(List.of(others, notTexts, column.numbers(), column.logicals())),
                Phrases.in(what, taken, rows) + Phrases.ofThem("as text", texts)))
        : Optional.empty();
  }

  private Fit cellsOnly() {
    Sightings none = new Sightings(column.place());
    return dates(none, none, column.texts().values());
  }

  private Fit withTexts(FormTrials.Outcome outcome, FormTrial trial) {
    return dates(trial.taken(), trial.timed(), column.texts().refusedBy(trial))
        .with(outcome.rule(trial));
  }

  private Fit dates(Sightings texts, Sightings timedTexts, Sightings refusedTexts) {
    DateSurvey cells = column.dates();
    Sightings taken = column.together(List.of(cells.dated(), cells.bare(), texts));
    Sightings timed = column.together(List.of(cells.timed(), cells.bareTimed(), timedTexts));
    String evidence =
        Phrases.in("dates", taken, rows)
            + Phrases.ofThem("with a time of day", timed)
            + Phrases.ofThem("as numbers without a date format", cells.bare())
            + Phrases.ofThem("as text", texts);
    return new Fit(
        timed.any() ? ProposedType.DATE_TIME : ProposedType.DATE,
        taken,
        column.together(List.of(cells.undated(), refusedTexts, cells.notBare(), column.logicals())),
        evidence);
  }
}
