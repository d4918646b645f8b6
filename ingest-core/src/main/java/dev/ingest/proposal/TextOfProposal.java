package dev.ingest.proposal;

import java.util.ArrayList;
import java.util.List;

/** The words that both forms of a proposal share. */
final class TextOfProposal {

  static final String DECLARED = "a row above it has all of its texts, too";

  private TextOfProposal() {}

  /** Returns the lines that begin a proposal. */
  static List<String> opening(Proposal proposal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Proposed from all cells of %s, sheet \"%s\": header in row %s, %s below it."
            .formatted(
                proposal.file(),
                proposal.sheet().name(),
                proposal.header(),
                Phrases.rows(proposal.rows())));
    lines.add("What stands here is what these cells need. What would ask more of later files is");
    lines.add(
        "commented out: take what you want of it. Nothing is inferred when a file is loaded.");
    if (proposal.misfits() > 0) {
      lines.add(
          proposal.misfits() == 1
              ? "One cell does not fit; see its column."
              : proposal.misfits() + " cells do not fit; see their columns.");
    }
    return lines;
  }

  /** Returns the line above a type that a column could have. */
  static String decision(ProposedColumn column, Alternative alternative) {
    long alike =
        column.alternatives().stream()
            .filter(other -> other.evidence().equals(alternative.evidence()))
            .count();
    return "To be decided: "
        + alternative.evidence()
        + (alike > 1 ? "; no cell tells which of these ways to read them is meant" : "");
  }
}
