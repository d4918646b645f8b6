package dev.ingest.proposal;

import java.util.List;

/**
 * Another type that a column could have, which somebody has to decide.
 *
 * @param rules what it needs
 * @param evidence what it was concluded from
 */
public record Alternative(ProposedType type, List<ProposedRule> rules, String evidence) {

  /** Keeps its own copy. */
  public Alternative {
    rules = List.copyOf(rules);
  }

  static Alternative of(Fit fit) {
    return new Alternative(fit.type(), fit.rules(), fit.evidence());
  }
}
