package dev.ingest.bench.measure;

import dev.ingest.bench.workbook.ReadyWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs programs on workbooks and checks what they write. */
public final class CheckedRuns {

  private final Path folder;
  private final JavaCommand java;
  private final ChildProcess processes;

  /** Writes to a folder. */
  public CheckedRuns(Path folder, JavaCommand java) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.java = java;
    this.processes = new ChildProcess(folder);
  }

  /**
   * A run and what is wrong with it.
   *
   * @param run the run
   * @param fault why its figures do not count: it broke, or wrote other rows than it must
   * @param wrongRows whether it did end well and wrote other rows than it must
   */
  public record Checked(ChildRun run, Optional<String> fault, boolean wrongRows) {}

  /** Runs a program once. */
  public Checked run(Program program, List<String> flags, ReadyWorkbook workbook, Duration limit)
      throws IOException, InterruptedException {
    Path csv = csv();
    Files.deleteIfExists(csv);
    ChildRun run = processes.run(java.of(program, flags, workbook, csv), limit);
    if (run.failure().isPresent() || !program.writesRows()) {
      return new Checked(run, run.failure(), false);
    }
    Optional<String> difference = difference(workbook);
    return new Checked(run, difference.map(rows -> "wrong rows: " + rows), difference.isPresent());
  }

  /** Returns how the rows last written differ from those expected; nothing if they do not. */
  public Optional<String> difference(ReadyWorkbook workbook) throws IOException {
    return new CsvComparison(workbook.workbook().table()).difference(workbook.expected(), csv());
  }

  /** Returns the file that programs write. */
  public Path csv() {
    return folder.resolve("out.csv");
  }

  /** Runs a program that takes other arguments than a workbook and a file. */
  public ChildRun run(Program program, List<String> flags, List<String> arguments, Duration limit)
      throws IOException, InterruptedException {
    return processes.run(java.of(program, flags, arguments), limit);
  }

  /** Starts a main class that may use every library, and stays. */
  public OrderedProcess start(String mainClass) throws IOException {
    return OrderedProcess.start(java.ofAll(List.of(), mainClass, List.of()), file("server.err"));
  }

  /** Runs a main class that may use every library; its rows are not looked at. */
  public ChildRun run(List<String> flags, String mainClass, List<String> args, Duration limit)
      throws IOException, InterruptedException {
    return processes.run(java.ofAll(flags, mainClass, args), limit);
  }

  /** Returns the folder that runs write to. */
  public Path folder() {
    return folder;
  }

  /** Returns a file in the folder that runs write to. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
