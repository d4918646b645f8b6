package dev.ingest.bench;

import dev.ingest.bench.measure.CheckedRuns;
import dev.ingest.bench.measure.ClassPaths;
import dev.ingest.bench.measure.JavaCommand;
import dev.ingest.bench.measure.Machine;
import dev.ingest.bench.report.Report;
import dev.ingest.bench.workbook.WorkbookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

/** The command: {@code ingest-bench/run}. */
public final class Bench {

  private Bench() {}

  /** Runs the benchmark of the clone named first, with the options after it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    Options options;
    try {
      options = Options.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Report report = new Report(System.out);
    Path folder = root.resolve("ingest-bench/target/bench");
    run(root, folder, options, report);
    Files.writeString(folder.resolve("report.md"), report.toString());
    System.exit(report.sound() ? 0 : 1);
  }

  private static void run(Path root, Path folder, Options options, Report report)
      throws IOException, InterruptedException {
    report.paragraph(Machine.describe(Clock.systemUTC()));
    ClassPaths classPaths = ClassPaths.of(root);
    JavaCommand java = new JavaCommand(Path.of(System.getProperty("java.home")), classPaths);
    Setting setting =
        new Setting(
            options,
            classPaths.hasCommand(),
            new WorkbookFolder(folder),
            new CheckedRuns(folder.resolve("runs"), java),
            report);
    Set<Part> parts = options.parts();
    if (parts.contains(Part.WHOLE)) {
      new WholeProcess(setting).run();
    }
    if (parts.contains(Part.POLICY)) {
      new FullPolicy(setting).run();
    }
    if (parts.contains(Part.WARM)) {
      new WarmRuns(setting).run();
    }
    if (parts.contains(Part.HEAP)) {
      new HeapLadder(setting).run();
    }
    if (parts.contains(Part.COLD)) {
      new ColdStart(setting).run();
    }
    if (parts.contains(Part.GROWTH)) {
      new Growth(setting).run();
    }
    if (parts.contains(Part.LOAD)) {
      new LoadRuns(setting).run();
    }
    report.end();
  }
}
