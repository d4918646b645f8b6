package dev.ingest.proposal;

import java.util.List;

/**
 * A column, as it is proposed.
 *
 * @param name in the output and the table; the component of the record
 * @param type the type of its values
 * @param evidence what the type was concluded from
 * @param rules what its cells need beside the type, each a word that relaxes something
 * @param limits what would ask more of later files; proposed in comments only
 * @param alternatives other types, where somebody has to decide
 * @param remarks what else there is to say
 * @param misfits how many cells do not fit what is proposed; the rows of each would be rejected
 */
public record ProposedColumn(
    String name,
    ProposedType type,
    String evidence,
    List<ProposedRule> rules,
    List<ProposedRule> limits,
    List<Alternative> alternatives,
    List<String> remarks,
    long misfits) {

  /** Keeps its own copies. */
  public ProposedColumn {
    rules = List.copyOf(rules);
    limits = List.copyOf(limits);
    alternatives = List.copyOf(alternatives);
    remarks = List.copyOf(remarks);
  }

  /** Returns whether a value may be absent. */
  public boolean nullable() {
    return rules.stream().anyMatch(rule -> rule.java().equals("@Nullable"));
  }
}
