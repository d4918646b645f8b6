package dev.ingest.proposal;

import java.util.List;

/**
 * How a column would do as one type.
 *
 * @param taken how many of its values the type takes
 * @param refused the cells with values that it does not take
 * @param evidence what it was concluded from
 * @param rules what the type needs to take so many
 * @param limits what it could ask of values beyond that
 */
record Fit(
    ProposedType type,
    long taken,
    Sightings refused,
    String evidence,
    List<ProposedRule> rules,
    List<ProposedRule> limits) {

  Fit(ProposedType type, Sightings taken, Sightings refused, String evidence) {
    this(type, taken.count(), refused, evidence, List.of(), List.of());
  }

  Fit with(List<ProposedRule> needed) {
    return new Fit(type, taken, refused, evidence, List.copyOf(needed), limits);
  }

  Fit limitedBy(List<ProposedRule> further) {
    return new Fit(type, taken, refused, evidence, rules, List.copyOf(further));
  }
}
