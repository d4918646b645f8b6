package dev.ingest.proposal;

import dev.ingest.naming.YamlScalar;

/** Writes a proposal as a pipeline file. */
final class PipelineText {

  private static final String COLUMN = "    ";

  private final Proposal proposal;
  private final StringBuilder text = new StringBuilder();

  PipelineText(Proposal proposal) {
    this.proposal = proposal;
  }

  String text() {
    TextOfProposal.opening(proposal).forEach(line -> comment("", line));
    line("", "name: " + YamlScalar.of(proposal.name()), "");
    if (!proposal.sheet().yaml().isEmpty()) {
      line("", proposal.sheet().yaml(), proposal.sheet().evidence());
    }
    if (proposal.headerIsDeclared()) {
      line("", "header: { row: " + proposal.header() + " }", TextOfProposal.DECLARED);
    }
    proposal.limits().forEach(limit -> option("", limit));
    line("", "columns:", "");
    proposal.columns().forEach(this::column);
    proposal.remarks().forEach(remark -> comment("", remark));
    line("", "load:", "");
    line("  ", "table: " + YamlScalar.of(proposal.table()), "");
    line(
        "  ",
        "append: true",
        "or replacePartition: [columns], whose values then replace their like");
    return text.toString();
  }

  private void column(ProposedColumn column) {
    line("  ", "- name: " + YamlScalar.of(column.name()), "");
    line(COLUMN, "type: " + column.type().word(), column.evidence());
    column.rules().forEach(rule -> line(COLUMN, rule.yaml(), rule.evidence()));
    column.limits().forEach(limit -> option(COLUMN, limit));
    column.alternatives().forEach(alternative -> alternative(column, alternative));
    column.remarks().forEach(remark -> comment(COLUMN, remark));
  }

  private void alternative(ProposedColumn column, Alternative alternative) {
    comment(COLUMN, TextOfProposal.decision(column, alternative));
    comment(COLUMN, "type: " + alternative.type().word());
    alternative.rules().forEach(rule -> comment(COLUMN, rule.yaml()));
  }

  private void option(String indent, ProposedRule rule) {
    line(indent, "# " + rule.yaml(), rule.evidence());
  }

  private void comment(String indent, String words) {
    text.append(indent).append("# ").append(Quoted.comment(words)).append('\n');
  }

  private void line(String indent, String line, String evidence) {
    text.append(indent).append(line);
    if (!evidence.isEmpty()) {
      text.append(" # ").append(Quoted.comment(evidence));
    }
    text.append('\n');
  }
}
