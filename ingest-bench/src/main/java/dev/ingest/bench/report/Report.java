package dev.ingest.bench.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a run found: printed as it is found, kept as a whole. */
public final class Report {

  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** Prints to a stream. */
  public Report(PrintStream out) {
    this.out = out;
  }

  /** Adds a heading. */
  public void heading(String heading) {
    add("\n## " + heading + "\n\n");
  }

  /** Adds a paragraph. */
  public void paragraph(String paragraph) {
    add(paragraph + "\n\n");
  }

  /** Adds a table. */
  public void table(MarkdownTable table) {
    add(table + "\n");
  }

  /** Keeps a verdict for the table at the end. */
  public void verdict(Verdict verdict) {
    verdicts.add(verdict);
  }

  /** Adds what makes the whole run fail: rows that are wrong, or a program of ours that broke. */
  public void fault(String fault) {
    faults.add(fault);
    add("**FAILED: " + fault + "**\n\n");
  }

  /** Adds the table of verdicts, if there are any, and all faults once more. */
  public void end() {
    if (!verdicts.isEmpty()) {
      heading("Goals");
      table(Verdict.table(verdicts));
    }
    faults.forEach(fault -> add("**FAILED: " + fault + "**\n"));
  }

  /** Returns whether nothing was wrong. A goal that is not met is not a fault. */
  public boolean sound() {
    return faults.isEmpty();
  }

  private void add(String part) {
    text.append(part);
    out.print(part);
    out.flush();
  }

  /** Returns all of it. */
  @Override
  public String toString() {
    return text.toString();
  }
}
