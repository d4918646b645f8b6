package dev.ingest.proposal;

import java.util.List;
import java.util.Optional;

/**
 * How columns would do as booleans.
 *
 * @param rows how many rows there are
 */
record BooleanFits(ColumnSurvey column, long rows) {

  Optional<Fit> certain() {
    Optional<BooleanWords.Pair> pair = column.texts().booleans().best();
    Sightings none = new Sightings(column.place());
    Sightings words = pair.map(BooleanWords.Pair::taken).orElse(none);
    Sightings taken = column.together(List.of(column.logicals(), words));
    if (!taken.any()) {
      return Optional.empty();
    }
    String evidence = Phrases.in("TRUE or FALSE", taken, rows) + Phrases.ofThem("as text", words);
    Fit fit = new Fit(ProposedType.BOOLEAN, taken.count(), none, evidence, List.of(), List.of());
    return Optional.of(fit.with(pair.map(this::rule).stream().toList()));
  }

  private ProposedRule rule(BooleanWords.Pair pair) {
    return ProposedRule.booleansAsText(pair.yes(), pair.no(), Phrases.seen(pair.taken()));
  }
}
