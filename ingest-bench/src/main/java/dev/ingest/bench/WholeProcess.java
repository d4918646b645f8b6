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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Times whole processes, the start of Java included. */
final class WholeProcess {

  private final Setting setting;

  WholeProcess(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    for (BenchWorkbook workbook : Workbooks.timed()) {
      if (setting.options().includes(workbook.name())) {
        run(setting.workbooks().ready(workbook));
      }
    }
  }

  private void run(ReadyWorkbook workbook) throws IOException, InterruptedException {
    setting
        .report()
        .heading(
            "%s: %s rows × %s, %s MB, sheet of %s MB, as %s writes it"
                .formatted(
                    workbook.name(),
                    workbook.workbook().rows(),
                    workbook.workbook().table().columns().size(),
                    Figures.whole(Files.size(workbook.file()) / 1e6),
                    Figures.whole(workbook.sheetBytes() / 1e6),
                    workbook.workbook().producer()));
    Map<JvmFlags, Map<Program, Measurement>> all = new EnumMap<>(JvmFlags.class);
    for (JvmFlags flags : JvmFlags.values()) {
      Map<Program, Measurement> measured = measured(flags, workbook);
      all.put(flags, measured);
      setting
          .report()
          .paragraph(
              "Flags: "
                  + flags.label()
                  + " ("
                  + flags.text()
                  + (flags == JvmFlags.LAUNCHER ? ", ours with their class archive)" : ")"));
      setting.report().table(table(measured));
    }
    judge(workbook.name(), all);
  }

  private Map<Program, Measurement> measured(JvmFlags flags, ReadyWorkbook workbook)
      throws IOException, InterruptedException {
    List<Program> programs = setting.processes(workbook.workbook().table());
    AlternatingRuns runs = new AlternatingRuns(setting);
    if (flags != JvmFlags.LAUNCHER) {
      return runs.run(programs, flags.flags(), workbook);
    }
    ArchivedStart start = new ArchivedStart(setting);
    start.make(programs, workbook);
    return runs.run(programs, start::flags, workbook);
  }

  private static MarkdownTable table(Map<Program, Measurement> measured) {
    MarkdownTable table =
        new MarkdownTable(
            "program", "wall s", "CPU s", "peak MiB", "× limit", "÷ transcoding", "÷ records", "n");
    for (Measurement one : measured.values()) {
      table.row(
          one.program().label() + one.failure().map(why -> ": failed, " + why).orElse(""),
          Figures.seconds(one.wallSeconds()),
          Figures.seconds(one.cpuSeconds()),
          Figures.whole(one.peakMib()),
          Figures.ratio(one.wallSeconds() / wall(measured, Program.LIMIT)),
          Figures.ratio(one.wallSeconds() / wall(measured, Program.TRANSCODING)),
          Figures.ratio(one.wallSeconds() / wall(measured, Program.RECORDS)),
          Integer.toString(one.runs()));
    }
    return table;
  }

  private void judge(String workbook, Map<JvmFlags, Map<Program, Measurement>> all) {
    Map<Program, Measurement> launcher = all.getOrDefault(JvmFlags.LAUNCHER, Map.of());
    for (Program ours : List.of(Program.TRANSCODING, Program.RECORDS)) {
      double wall = wall(launcher, ours);
      OptionalDouble limit = Goals.whole(workbook, ours);
      if (limit.isPresent()) {
        setting
            .report()
            .verdict(
                Verdict.atMost(
                    "%s, %s, whole process ÷ limit".formatted(workbook, ours.label()),
                    limit.getAsDouble(),
                    wall / wall(launcher, Program.LIMIT)));
      }
      for (Program peer : setting.programs()) {
        OptionalDouble times = Goals.peer(workbook, peer, ours);
        if (times.isPresent()) {
          setting
              .report()
              .verdict(
                  Verdict.atLeast(
                      "%s, %s ÷ %s".formatted(workbook, peer.label(), ours.label()),
                      times.getAsDouble(),
                      best(all, peer) / wall));
        }
      }
    }
  }

  /** A peer is compared by the flags that suit it better. */
  private static double best(Map<JvmFlags, Map<Program, Measurement>> all, Program program) {
    List<Double> walls = new ArrayList<>();
    all.values().forEach(measured -> walls.add(wall(measured, program)));
    return walls.stream()
        .mapToDouble(Double::doubleValue)
        .filter(wall -> !Double.isNaN(wall))
        .min()
        .orElse(Double.NaN);
  }

  private static double wall(Map<Program, Measurement> measured, Program program) {
    Measurement one = measured.get(program);
    return one == null ? Double.NaN : one.wallSeconds();
  }
}
