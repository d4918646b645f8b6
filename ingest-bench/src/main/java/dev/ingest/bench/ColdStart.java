package dev.ingest.bench;

import dev.ingest.bench.measure.JvmFlags;
import dev.ingest.bench.measure.LoadedClasses;
import dev.ingest.bench.measure.Measurement;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Figures;
import dev.ingest.bench.report.MarkdownTable;
import dev.ingest.bench.report.Verdict;
import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Table;
import dev.ingest.bench.workbook.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads five rows in a process of its own, beside a program that does nothing. */
final class ColdStart {

  private final Setting setting;

  ColdStart(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    ReadyWorkbook tiny = setting.workbooks().ready(Workbooks.tiny());
    setting.report().heading("Cold start: five rows");
    List<Program> programs = new ArrayList<>(List.of(Program.HELLO));
    programs.addAll(setting.processes(Table.METRICS));
    for (JvmFlags flags : JvmFlags.values()) {
      Map<Program, Measurement> measured =
          new AlternatingRuns(setting).run(programs, flags.flags(), tiny);
      setting.report().paragraph("Flags: " + flags.label() + " (" + flags.text() + ")");
      setting.report().table(table(measured, flags, tiny));
    }
  }

  private MarkdownTable table(
      Map<Program, Measurement> measured, JvmFlags flags, ReadyWorkbook tiny)
      throws IOException, InterruptedException {
    MarkdownTable table =
        new MarkdownTable(
            "program",
            "wall ms",
            "over hello world",
            "CPU ms",
            "peak MiB",
            "classes loaded",
            "not from the JDK's archive");
    double hello = Double.NaN;
    for (Measurement one : measured.values()) {
      hello = one.program() == Program.HELLO ? one.wallSeconds() : hello;
    }
    for (Measurement one : measured.values()) {
      LoadedClasses classes = classes(one.program(), flags, tiny);
      double over = (one.wallSeconds() - hello) * 1_000;
      table.row(
          one.program().label() + one.failure().map(why -> ": failed, " + why).orElse(""),
          Figures.whole(one.wallSeconds() * 1_000),
          Figures.whole(over),
          Figures.whole(one.cpuSeconds() * 1_000),
          Figures.whole(one.peakMib()),
          Integer.toString(classes.names().size()),
          Integer.toString(classes.parsed()));
      if (flags == JvmFlags.LAUNCHER) {
        judge(one.program(), over, classes);
      }
    }
    return table;
  }

  private void judge(Program program, double over, LoadedClasses classes) {
    Goals.cold(program)
        .ifPresent(
            goal -> {
              String what = "5 rows, cold, " + program.label();
              setting
                  .report()
                  .verdict(Verdict.atMost(what + ", over hello world", "ms", goal, over));
              List<String> forbidden = classes.forbidden();
              setting
                  .report()
                  .verdict(
                      new Verdict(
                          what + ", classes of POI, Jackson, AWS or logging",
                          "none",
                          forbidden.isEmpty()
                              ? "none"
                              : forbidden.size() + ", as " + forbidden.get(0),
                          forbidden.isEmpty()));
            });
  }

  private LoadedClasses classes(Program program, JvmFlags flags, ReadyWorkbook tiny)
      throws IOException, InterruptedException {
    Path log = setting.runs().file("classes.log");
    Files.deleteIfExists(log);
    List<String> logging = new ArrayList<>(flags.flags());
    logging.add("-Xlog:class+load:file=" + log + ":none");
    setting.runs().run(program, logging, tiny, Duration.ofMinutes(1));
    return LoadedClasses.in(Files.readString(log));
  }
}
