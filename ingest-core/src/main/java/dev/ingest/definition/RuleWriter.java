package dev.ingest.definition;

import dev.ingest.row.RowCondition;
import dev.ingest.row.RowRule;

/** Writes a rule of rows as {@link RuleReader} reads it. */
final class RuleWriter {

  private RuleWriter() {}

  static SectionText write(RowRule rule) {
    SectionText section = new SectionText();
    if (rule instanceof RowRule.Skip skip) {
      return matching(section, "skip", skip.name(), skip.when());
    }
    if (rule instanceof RowRule.Stop stop) {
      return matching(section, "stop", stop.name(), stop.when());
    }
    if (rule instanceof RowRule.StopAfterBlank after) {
      return section.with("stopAfterBlank", Integer.toString(after.rows()));
    }
    RowRule.UniqueKey key = (RowRule.UniqueKey) rule;
    SectionText columns = new SectionText().texts("columns", key.columns());
    columns.with("duplicates", Words.of(key.duplicates(), RuleReader.DUPLICATES));
    return section.with("uniqueKey", columns.flow());
  }

  private static SectionText matching(
      SectionText section, String kind, String name, RowCondition when) {
    if (!name.equals(when.toString())) {
      section.text("name", name);
    }
    return section.with(kind, condition(when).flow());
  }

  private static SectionText condition(RowCondition when) {
    SectionText section = new SectionText().text("column", when.column());
    if (when instanceof RowCondition.EqualTo equal) {
      return section.text("equals", equal.text());
    }
    if (when instanceof RowCondition.Matches matches) {
      return section.text("matches", matches.regex());
    }
    if (when instanceof RowCondition.Blank blank) {
      return section.with("blank", Boolean.toString(blank.wanted()));
    }
    return when instanceof RowCondition.Below below
        ? section.with("below", below.bound().toString())
        : section.with("above", ((RowCondition.Above) when).bound().toString());
  }
}
