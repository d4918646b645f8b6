package dev.ingest.bench;

import dev.ingest.bench.measure.CheckedRuns;
import dev.ingest.bench.measure.ChildRun;
import dev.ingest.bench.measure.ClassArchives;
import dev.ingest.bench.measure.JvmFlags;
import dev.ingest.bench.measure.Measurement;
import dev.ingest.bench.measure.OrderedProcess;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Figures;
import dev.ingest.bench.report.MarkdownTable;
import dev.ingest.bench.report.Verdict;
import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times whole processes from the workbook to committed rows in a PostgreSQL of this machine, beside
 * reading alone, a bare {@code COPY} of the same CSV, and the usual way. Each starts with an empty
 * table, and the rows in it are compared afterwards.
 */
final class LoadRuns {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String SERVER = "dev.ingest.bench.load.TableServer";

  /** Small, so that memory that grows with the rows would not do. */
  private static final String HEAP = "-Xmx64m";

  private final Setting setting;
  private final CheckedRuns runs;
  private final ClassArchives archives;
  private final List<Measurement> all = new ArrayList<>();
  private final Measurement reading = add(Program.TRANSCODING);
  private final Measurement copy = add(Program.BARE_COPY);
  private final Measurement load = add(Program.LOAD);
  private String copied = "";

  LoadRuns(Setting setting) {
    this.setting = setting;
    this.runs = setting.runs();
    this.archives = new ClassArchives(runs.folder(), Runtime.version().feature());
    if (setting.options().peers()) {
      add(Program.POI_INSERTS);
    }
  }

  private Measurement add(Program program) {
    Measurement measurement = new Measurement(program);
    all.add(measurement);
    return measurement;
  }

  void run() throws IOException, InterruptedException {
    setting
        .report()
        .heading(
            "From max_all to committed rows, in a PostgreSQL on this machine (ours " + HEAP + ")");
    ReadyWorkbook workbook = setting.workbooks().ready(Workbooks.maxAll());
    try (OrderedProcess server = runs.start(SERVER)) {
      for (Measurement one : all) {
        once(one.program(), making(one.program()), workbook, server);
      }
      for (int run = 0; run <= setting.options().runs(); run++) {
        for (Measurement one : all) {
          if (one.goesOn()) {
            measure(one, workbook, server, run == 0);
          }
        }
      }
    }
    report();
  }

  private void measure(
      Measurement one, ReadyWorkbook workbook, OrderedProcess server, boolean warmUp)
      throws IOException, InterruptedException {
    ChildRun run = once(one.program(), using(one.program()), workbook, server);
    Optional<String> fault = run.failure();
    if (fault.isEmpty()) {
      fault = wrongRows(one.program(), workbook, server);
    }
    if (fault.isEmpty()) {
      one.add(run, warmUp);
    } else {
      one.fail(fault.get());
      setting.report().fault(one.program().label() + ": " + fault.get());
    }
  }

  private ChildRun once(
      Program program, List<String> flags, ReadyWorkbook workbook, OrderedProcess server)
      throws IOException, InterruptedException {
    if (program == Program.TRANSCODING) {
      return runs.run(program, flags, workbook, LIMIT).run();
    }
    server.order("empty");
    Path from = program == Program.BARE_COPY ? runs.csv() : workbook.file();
    Path store = Files.createDirectories(runs.file("store"));
    return runs.run(
        program, flags, List.of(from.toString(), server.greeting(), store.toString()), LIMIT);
  }

  /** The CSV that was read is compared as such; the rows of the others with its copy. */
  private Optional<String> wrongRows(Program program, ReadyWorkbook workbook, OrderedProcess server)
      throws IOException {
    if (program == Program.TRANSCODING) {
      return runs.difference(workbook);
    }
    String found = server.order("digest");
    if (program == Program.BARE_COPY) {
      copied = found;
    }
    return found.equals(copied)
        ? Optional.empty()
        : Optional.of("wrong rows: expected " + copied + ", found " + found);
  }

  private List<String> making(Program program) throws IOException {
    return program == Program.POI_INSERTS ? List.of() : flags(archives.making(program));
  }

  private List<String> using(Program program) {
    return program == Program.POI_INSERTS ? List.of() : flags(archives.using(program));
  }

  private static List<String> flags(List<String> archive) {
    List<String> flags = new ArrayList<>(JvmFlags.LAUNCHER.flags());
    flags.add(HEAP);
    flags.addAll(archive);
    return flags;
  }

  private void report() {
    double limit = reading.wallSeconds() + copy.wallSeconds();
    MarkdownTable table =
        new MarkdownTable("program", "wall s", "CPU s", "peak MiB", "÷ (reading + COPY)", "n");
    for (Measurement one : all) {
      table.row(
          one.program().label(),
          Figures.seconds(one.wallSeconds()),
          Figures.seconds(one.cpuSeconds()),
          Figures.whole(one.peakMib()),
          Figures.ratio(one.wallSeconds() / limit),
          Integer.toString(one.runs()));
    }
    setting.report().table(table);
    setting
        .report()
        .verdict(
            Verdict.atMost(
                "max_all, load ÷ (reading + bare COPY through a file)",
                Goals.LOAD,
                load.wallSeconds() / limit));
  }
}
