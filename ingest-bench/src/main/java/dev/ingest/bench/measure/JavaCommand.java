package dev.ingest.bench.measure;

import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the command that runs a program on a workbook. */
public final class JavaCommand {

  private final String java;
  private final ClassPaths classPaths;

  /** Takes the JDK that this process runs on. */
  public JavaCommand(Path javaHome, ClassPaths classPaths) {
    this.java = javaHome.resolve("bin/java").toString();
    this.classPaths = classPaths;
  }

  /** Returns the command for a program with flags. */
  public List<String> of(Program program, List<String> flags, ReadyWorkbook workbook, Path csv) {
    if (program == Program.COMMAND) {
      List<String> command = start(flags, classPaths.command(), "dev.ingest.cli.Main");
      command.addAll(List.of("convert", workbook.file().toString(), "-o", csv.toString()));
      return command;
    }
    List<String> command =
        start(flags, classPaths.of(program), program.mainClass(workbook.workbook().table()));
    command.add(workbook.file().toString());
    command.add(csv.toString());
    if (program.kind() == Program.Kind.PEER) {
      command.add(workbook.workbook().table().name());
    }
    return command;
  }

  /** Returns the command for a program that takes other arguments than a workbook and a file. */
  public List<String> of(Program program, List<String> flags, List<String> arguments) {
    List<String> command = start(flags, classPaths.of(program), program.mainClass(Table.METRICS));
    command.addAll(arguments);
    return command;
  }

  /** Returns the command for a main class that may use every library. */
  public List<String> ofAll(List<String> flags, String mainClass, List<String> arguments) {
    List<String> command = start(flags, classPaths.all(), mainClass);
    command.addAll(arguments);
    return command;
  }

  private List<String> start(List<String> flags, String classPath, String mainClass) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, mainClass));
    return command;
  }
}
