package dev.ingest.bench;

import dev.ingest.bench.measure.ChildRun;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Figures;
import dev.ingest.bench.report.MarkdownTable;
import dev.ingest.bench.report.Verdict;
import dev.ingest.bench.workbook.BenchWorkbook;
import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Workbooks;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has JMH do the same work again and again in one process, and reads what it found. */
final class WarmRuns {

  private static final String MAIN = "dev.ingest.bench.warm.WarmMain";
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final List<String> WORKBOOKS =
      List.of("max_10pct", "max_all", "wide", "r100k_10pct");

  private final Setting setting;

  WarmRuns(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    setting.report().heading("Warm, in one process (JMH, default tiering, Serial GC)");
    MarkdownTable table =
        new MarkdownTable("program", "workbook", "median s", "× limit", "÷ transcoding");
    for (BenchWorkbook workbook : Workbooks.timed()) {
      if (WORKBOOKS.contains(workbook.name()) && setting.options().includes(workbook.name())) {
        run(setting.workbooks().ready(workbook), table);
      }
    }
    setting.report().table(table);
  }

  private void run(ReadyWorkbook workbook, MarkdownTable table)
      throws IOException, InterruptedException {
    Map<Program, Double> seconds = new LinkedHashMap<>();
    for (Program program : setting.programs()) {
      if (program != Program.POI_USER_MODEL) {
        seconds.put(program, seconds(program, workbook));
      }
    }
    double limit = seconds.getOrDefault(Program.LIMIT, Double.NaN);
    double ours = seconds.getOrDefault(Program.TRANSCODING, Double.NaN);
    seconds.forEach(
        (program, median) -> {
          table.row(
              program.label(),
              workbook.name(),
              Figures.seconds(median),
              Figures.ratio(median / limit),
              Figures.ratio(median / ours));
          Goals.warm(workbook.name(), program)
              .ifPresent(
                  goal ->
                      setting
                          .report()
                          .verdict(
                              Verdict.atMost(
                                  "%s, %s, warm ÷ limit"
                                      .formatted(workbook.name(), program.label()),
                                  goal,
                                  median / limit)));
        });
  }

  /** Returns the median that the last line printed tells. */
  private double seconds(Program program, ReadyWorkbook workbook)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            program.name(),
            workbook.workbook().table().name(),
            workbook.file().toString(),
            setting.runs().csv().toString(),
            Integer.toString(setting.options().runs()));
    ChildRun run = setting.runs().run(List.of(), MAIN, arguments, LIMIT);
    List<String> lines = run.out().lines().toList();
    if (run.failure().isPresent() || lines.isEmpty()) {
      return failed(program, workbook, run.failure().orElse("no figure"));
    }
    if (program.writesRows()) {
      Optional<String> difference = setting.runs().difference(workbook);
      if (difference.isPresent()) {
        return failed(program, workbook, "wrong rows: " + difference.get());
      }
    }
    return Double.parseDouble(lines.get(lines.size() - 1));
  }

  private double failed(Program program, ReadyWorkbook workbook, String why) {
    setting.report().fault("warm, %s on %s: %s".formatted(program.label(), workbook.name(), why));
    return Double.NaN;
  }
}
