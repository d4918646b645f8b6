package dev.ingest.bench;

import dev.ingest.bench.measure.CheckedRuns.Checked;
import dev.ingest.bench.measure.ProcessUsage;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Figures;
import dev.ingest.bench.report.MarkdownTable;
import dev.ingest.bench.report.Verdict;
import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Workbooks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** Finds the smallest heap with which a program still gives all rows, and what it takes then. */
final class HeapLadder {

  private static final int[] STEPS = {8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512};
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Setting setting;

  HeapLadder(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    setting.report().heading("Smallest heap (-Xmx, launcher flags)");
    MarkdownTable table =
        new MarkdownTable("program", "workbook", "-Xmx MiB", "wall s", "peak resident MiB");
    for (var workbook : List.of(Workbooks.maxAll(), Workbooks.wide())) {
      if (setting.options().includes(workbook.name())) {
        ReadyWorkbook ready = setting.workbooks().ready(workbook);
        for (Program program : setting.programs()) {
          if (program.writesRows() && program != Program.POI_USER_MODEL) {
            climb(program, ready, table);
          }
        }
      }
    }
    setting.report().table(table);
  }

  private void climb(Program program, ReadyWorkbook workbook, MarkdownTable table)
      throws IOException, InterruptedException {
    for (int heap : STEPS) {
      List<String> flags =
          List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + heap + "m");
      Checked checked = setting.runs().run(program, flags, workbook, LIMIT);
      if (checked.wrongRows()) {
        setting.report().fault(program.label() + " with " + heap + " MiB: " + checked.fault());
      }
      if (checked.fault().isEmpty()) {
        double peak = checked.run().usage().map(ProcessUsage::peakMib).orElse(Double.NaN);
        table.row(
            program.label(),
            workbook.name(),
            Integer.toString(heap),
            Figures.seconds(checked.run().wallSeconds()),
            Figures.whole(peak));
        judge(program, workbook.name(), heap, peak);
        return;
      }
    }
    table.row(program.label(), workbook.name(), "more", "–", "–");
    judge(program, workbook.name(), Double.POSITIVE_INFINITY, Double.NaN);
  }

  private void judge(Program program, String workbook, double heap, double peak) {
    OptionalDouble goal = Goals.heap(workbook, program);
    if (goal.isEmpty()) {
      return;
    }
    String what = workbook + ", " + program.label();
    setting
        .report()
        .verdict(Verdict.atMost(what + ", heap that suffices", "MiB", goal.getAsDouble(), heap));
    if (workbook.equals(Workbooks.maxAll().name()) && program == Program.TRANSCODING) {
      setting
          .report()
          .verdict(Verdict.atMost(what + ", peak with it", "MiB", Goals.PEAK_MIB, peak));
    }
  }
}
