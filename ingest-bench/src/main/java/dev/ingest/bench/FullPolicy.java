package dev.ingest.bench;

import dev.ingest.bench.measure.JvmFlags;
import dev.ingest.bench.measure.Measurement;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Figures;
import dev.ingest.bench.report.MarkdownTable;
import dev.ingest.bench.report.Verdict;
import dev.ingest.bench.workbook.BenchWorkbook;
import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Workbooks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What rules, a budget, reports and rejects cost beside the same rows read without them. */
final class FullPolicy {

  private final Setting setting;

  FullPolicy(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    setting.report().heading("Full policy ÷ plain records");
    setting
        .report()
        .paragraph(
            "Flags: %s (%s), with a class archive"
                .formatted(JvmFlags.LAUNCHER.label(), JvmFlags.LAUNCHER.text()));
    MarkdownTable table =
        new MarkdownTable("workbook", "program", "wall s", "CPU s", "peak MiB", "÷ records");
    for (BenchWorkbook workbook : Workbooks.large()) {
      if (setting.options().includes(workbook.name())) {
        measure(setting.workbooks().ready(workbook), table);
      }
    }
    setting.report().table(table);
  }

  private void measure(ReadyWorkbook workbook, MarkdownTable table)
      throws IOException, InterruptedException {
    List<Program> programs = List.of(Program.RECORDS, Program.POLICY);
    ArchivedStart start = new ArchivedStart(setting);
    start.make(programs, workbook);
    Map<Program, Measurement> measured =
        new AlternatingRuns(setting).run(programs, start::flags, workbook);
    double records = Objects.requireNonNull(measured.get(Program.RECORDS)).wallSeconds();
    for (Measurement one : measured.values()) {
      table.row(
          workbook.name(),
          one.program().label() + one.failure().map(why -> ": failed, " + why).orElse(""),
          Figures.seconds(one.wallSeconds()),
          Figures.seconds(one.cpuSeconds()),
          Figures.whole(one.peakMib()),
          Figures.ratio(one.wallSeconds() / records));
    }
    double policy = Objects.requireNonNull(measured.get(Program.POLICY)).wallSeconds();
    setting
        .report()
        .verdict(
            Verdict.atMost(
                workbook.name() + ", full policy ÷ records", Goals.POLICY, policy / records));
  }
}
