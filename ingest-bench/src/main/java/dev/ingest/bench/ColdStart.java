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
import java.util.function.Function;

/** Reads five rows in a process of its own, beside a program that does nothing. */
final class ColdStart {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Setting setting;
  private final ArchivedStart archived;

  ColdStart(Setting setting) {
    this.setting = setting;
    this.archived = new ArchivedStart(setting);
  }

  void run() throws IOException, InterruptedException {
    ReadyWorkbook tiny = setting.workbooks().ready(Workbooks.tiny());
    setting.report().heading("Cold start: five rows");
    List<Program> programs = new ArrayList<>(List.of(Program.HELLO));
    programs.addAll(setting.processes(Table.METRICS));
    measure(programs, JvmFlags.LAUNCHER, "from jars", program -> JvmFlags.LAUNCHER.flags(), tiny);
    archived.make(programs, tiny);
    measure(programs, JvmFlags.LAUNCHER, "with a class archive", archived::flags, tiny);
    measure(programs, JvmFlags.DEFAULT, "from jars", program -> JvmFlags.DEFAULT.flags(), tiny);
  }

  private void measure(
      List<Program> programs,
      JvmFlags flags,
      String how,
      Function<Program, List<String>> all,
      ReadyWorkbook tiny)
      throws IOException, InterruptedException {
    Map<Program, Measurement> measured = new AlternatingRuns(setting).run(programs, all, tiny);
    setting
        .report()
        .paragraph("Ours " + how + "; flags: " + flags.label() + " (" + flags.text() + ")");
    setting.report().table(table(measured, all, flags == JvmFlags.LAUNCHER ? how : "", tiny));
  }

  /** Makes the table; where it is said how classes are loaded, our programs are judged by it. */
  private MarkdownTable table(
      Map<Program, Measurement> measured,
      Function<Program, List<String>> flags,
      String judged,
      ReadyWorkbook tiny)
      throws IOException, InterruptedException {
    MarkdownTable table =
        new MarkdownTable(
            "program",
            "wall ms",
            "over hello world",
            "CPU ms",
            "peak MiB",
            "classes loaded",
            "not from an archive");
    double hello = Double.NaN;
    for (Measurement one : measured.values()) {
      hello = one.program() == Program.HELLO ? one.wallSeconds() : hello;
    }
    for (Measurement one : measured.values()) {
      LoadedClasses classes = classes(one.program(), flags.apply(one.program()), tiny);
      double over = (one.wallSeconds() - hello) * 1_000;
      table.row(
          one.program().label() + one.failure().map(why -> ": failed, " + why).orElse(""),
          Figures.whole(one.wallSeconds() * 1_000),
          Figures.whole(over),
          Figures.whole(one.cpuSeconds() * 1_000),
          Figures.whole(one.peakMib()),
          Integer.toString(classes.names().size()),
          Integer.toString(classes.parsed()));
      if (!judged.isEmpty()) {
        judge(one.program(), judged, over, classes);
      }
    }
    return table;
  }

  private void judge(Program program, String how, double over, LoadedClasses classes) {
    Goals.cold(program)
        .ifPresent(
            goal -> {
              String what = "5 rows, cold, " + how + ", " + program.label();
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

  private LoadedClasses classes(Program program, List<String> flags, ReadyWorkbook tiny)
      throws IOException, InterruptedException {
    Path log = setting.runs().file("classes.log");
    Files.deleteIfExists(log);
    List<String> logging = new ArrayList<>(flags);
    logging.add("-Xlog:class+load:file=" + log + ":none");
    setting.runs().run(program, logging, tiny, LIMIT);
    return LoadedClasses.in(Files.readString(log));
  }
}
