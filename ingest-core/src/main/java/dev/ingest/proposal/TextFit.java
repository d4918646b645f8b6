package dev.ingest.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a column does as text, which takes all values but serials that have no date.
 *
 * @param rows how many rows there are
 */
record TextFit(ColumnSurvey column, long rows) {

  Fit fit() {
    TextSurvey texts = column.texts();
    Sightings words = column.together(List.of(texts.values(), texts.absent()));
    Sightings others =
        column.together(List.of(column.numbers(), column.dates().dated(), column.logicals()));
    Sightings all = column.together(List.of(words, others));
    String evidence =
        all.any()
            ? Phrases.in("text", all, rows)
                + Phrases.ofThem("numbers", column.numbers())
                + Phrases.ofThem("dates", column.dates().dated())
                + Phrases.ofThem("TRUE or FALSE", column.logicals())
            : "no value in any of " + Phrases.rows(rows) + "; what it is has to be decided";
    return new Fit(ProposedType.TEXT, all, column.dates().undated(), evidence)
        .limitedBy(limits(words, others));
  }

  private List<ProposedRule> limits(Sightings words, Sightings others) {
    List<ProposedRule> limits = new ArrayList<>();
    TextSurvey texts = column.texts();
    if (words.any() && !others.any()) {
      limits.add(
          ProposedRule.maxLength(texts.longest(), "the longest text is " + texts.longestCell()));
    }
    if (texts.absent().any()) {
      limits.add(
          ProposedRule.nullTokens(
              List.copyOf(texts.absences().keySet()),
              Phrases.seen(texts.absent()) + "; with nullable: true"));
    }
    return limits;
  }

  /** Returns the different texts, in words, where they are few enough to be shown. */
  Optional<String> set() {
    return column
        .texts()
        .set()
        .texts()
        .map(
            texts ->
                (texts.size() == 1 ? "1 text: " : texts.size() + " different texts: ")
                    + String.join(", ", texts.stream().map(text -> '"' + text + '"').toList()));
  }
}
