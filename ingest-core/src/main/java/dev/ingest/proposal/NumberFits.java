package dev.ingest.proposal;

import java.util.List;
import java.util.Optional;

/**
 * How columns would do as numbers. Texts that are written as numbers count where the column has
 * number cells too, or where all cells are text (delimited files): a column of digits in a workbook
 * that are text on purpose, such as postal codes, stays text.
 *
 * @param rows how many rows there are
 * @param allText whether the file has no cells but text
 */
record NumberFits(ColumnSurvey column, long rows, boolean allText) {

  private static final String AS_TEXT = "as text";

  /** Returns how the column would do by its own number cells, and texts that are beyond doubt. */
  Optional<Fit> certain() {
    boolean asked = allText || column.numbers().any();
    Optional<FormTrials.Outcome> texts = written().filter(outcome -> asked && outcome.isCertain());
    return texts.isPresent()
        ? texts.map(outcome -> withTexts(outcome, outcome.best()))
        : cellsOnly();
  }

  /** Returns how it could do, if somebody decided that its texts are numbers, and of which form. */
  List<Fit> undecided() {
    boolean asked = allText || column.numbers().any();
    return written().filter(outcome -> !asked || !outcome.isCertain()).stream()
        .flatMap(outcome -> outcome.all().stream().map(trial -> withTexts(outcome, trial)))
        .toList();
  }

  private Optional<FormTrials.Outcome> written() {
    return column.texts().leadingZeros().any()
        ? Optional.empty()
        : column.texts().numbers().outcome();
  }

  private Optional<Fit> cellsOnly() {
    Sightings numbers = column.numbers();
    NumberSurvey survey = column.numberSurvey();
    return numbers.any()
        ? Optional.of(
            new Fit(survey.type(), numbers, refused(column.texts().values()), evidence(numbers))
                .limitedBy(size(survey)))
        : Optional.empty();
  }

  private Fit withTexts(FormTrials.Outcome outcome, FormTrial trial) {
    Sightings taken = column.together(List.of(column.numbers(), trial.taken()));
    NumberSurvey survey = new NumberSurvey(column.place());
    survey.add(trial.numbers());
    ProposedType type = survey.type();
    if (column.numbers().any()) {
      survey.add(column.numberSurvey());
      type = both(column.numberSurvey(), survey);
    }
    String evidence = evidence(taken) + Phrases.ofThem(AS_TEXT, trial.taken());
    return new Fit(type, taken, refused(column.texts().refusedBy(trial)), evidence)
        .with(outcome.rule(trial))
        .limitedBy(type == ProposedType.DECIMAL ? size(survey) : List.of());
  }

  /** What needs a double as soon as it is no integer needs one among fractions, too. */
  private static ProposedType both(NumberSurvey cells, NumberSurvey all) {
    boolean exact = all.type() == ProposedType.INTEGER || all.type() == ProposedType.LONG;
    return exact || !cells.beyond().any() ? all.type() : ProposedType.DOUBLE;
  }

  private String evidence(Sightings numbers) {
    Sightings beyond = column.numberSurvey().beyond();
    return Phrases.in("numbers", numbers, rows)
        + Phrases.ofThem("with more digits than a cell holds exactly", beyond);
  }

  private Sightings refused(Sightings texts) {
    return column.together(List.of(texts, column.dates().all(), column.logicals()));
  }

  private static List<ProposedRule> size(NumberSurvey survey) {
    return survey.type() == ProposedType.DECIMAL
        ? List.of(ProposedRule.decimal(survey.digits(), survey.scale(), "as many digits as seen"))
        : List.of();
  }
}
