package dev.ingest.proposal;

import java.util.Iterator;
import java.util.TreeSet;

/** Writes a proposal as a record with annotations. */
final class RecordText {

  private static final String COMPONENT = "    ";

  /** Slots of a constructor's parameters (JVM specification, 4.3.3), of which `this` takes one. */
  private static final int MOST_SLOTS = 254;

  private final Proposal proposal;
  private final StringBuilder text = new StringBuilder();

  RecordText(Proposal proposal) {
    this.proposal = proposal;
  }

  String text() {
    checkSize();
    imports();
    TextOfProposal.opening(proposal).forEach(line -> comment("", line));
    proposal.remarks().forEach(remark -> comment("", remark));
    String name = TableNames.ofRecord(proposal.table());
    text.append("public record ").append(name).append("(\n");
    for (Iterator<ProposedColumn> i = proposal.columns().iterator(); i.hasNext(); ) {
      component(i.next(), i.hasNext() ? ",\n" : ") {\n");
    }
    pipeline(name);
    return text.append("}\n").toString();
  }

  private void checkSize() {
    long slots =
        proposal.columns().stream()
            .map(column -> column.type().java(column.nullable()))
            .mapToLong(type -> type.equals("long") || type.equals("double") ? 2 : 1)
            .sum();
    if (slots > MOST_SLOTS) {
      throw new IllegalArgumentException(
          "expected as many columns as a record has components, 254 at most (long and double count"
              + " twice), found %s; propose a file instead".formatted(proposal.columns().size()));
    }
  }

  private void imports() {
    TreeSet<String> imports = new TreeSet<>();
    imports.add("dev.ingest.load.LoadPlan");
    imports.add("dev.ingest.load.TableName");
    imports.add("dev.ingest.pipeline.Pipeline");
    imports.add("dev.ingest.row.RowSchema");
    imports.add("dev.ingest.workbook.SheetSelector");
    for (ProposedColumn column : proposal.columns()) {
      imports.add(column.type().imported());
      column.rules().forEach(rule -> imports.addAll(rule.imports()));
    }
    imports.remove("");
    imports.forEach(name -> text.append("import ").append(name).append(";\n"));
    text.append('\n');
  }

  private void component(ProposedColumn column, String end) {
    comment(COMPONENT, column.evidence());
    column.limits().forEach(limit -> line("// " + limit.java(), limit.evidence()));
    column.alternatives().forEach(alternative -> alternative(column, alternative));
    column.remarks().forEach(remark -> comment(COMPONENT, remark));
    column.rules().stream()
        .sorted((one, two) -> Boolean.compare(isNullable(one), isNullable(two)))
        .forEach(rule -> line(rule.java(), rule.evidence()));
    text.append(COMPONENT)
        .append(column.type().java(column.nullable()))
        .append(' ')
        .append(column.name())
        .append(end);
  }

  /** It annotates the type, and stands beside it. */
  private static boolean isNullable(ProposedRule rule) {
    return rule.java().equals("@Nullable");
  }

  private void alternative(ProposedColumn column, Alternative alternative) {
    comment(COMPONENT, TextOfProposal.decision(column, alternative));
    StringBuilder instead = new StringBuilder();
    alternative.rules().forEach(rule -> instead.append(rule.java()).append(' '));
    comment(COMPONENT, instead.append(alternative.type().java(true)).toString());
  }

  private void pipeline(String name) {
    text.append("\n  /** Returns the pipeline of such rows. */\n");
    text.append("  public static Pipeline<").append(name).append("> pipeline() {\n");
    text.append("    RowSchema<").append(name).append("> schema = RowSchema.of(");
    text.append(name).append(".class);\n");
    if (proposal.headerIsDeclared()) {
      comment(COMPONENT, TextOfProposal.DECLARED);
      text.append("    schema = schema.withPolicies(dev.ingest.row.Policies.strict()")
          .append(".with(dev.ingest.row.HeaderRow.at(")
          .append(proposal.header())
          .append(")));\n");
    }
    proposal.limits().forEach(limit -> line("// policy: " + limit.java(), limit.evidence()));
    text.append("    LoadPlan plan = LoadPlan.into(TableName.parse(")
        .append(Quoted.java(proposal.table()))
        .append(")).append();\n    return Pipeline.of(")
        .append(Quoted.java(proposal.name()))
        .append(", schema, plan)\n        .sheet(")
        .append(proposal.sheet().java())
        .append(")\n        .build();\n  }\n");
  }

  private void line(String line, String evidence) {
    text.append(COMPONENT).append(line);
    if (!evidence.isEmpty()) {
      text.append(" // ").append(Quoted.javaComment(evidence));
    }
    text.append('\n');
  }

  private void comment(String indent, String words) {
    text.append(indent).append("// ").append(Quoted.javaComment(words)).append('\n');
  }
}
