package dev.ingest.bench.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of each program, made of those that the build wrote to files. */
public final class ClassPaths {

  private final Path root;
  private final List<String> all;
  private final List<String> core;

  private ClassPaths(Path root, List<String> all, List<String> core) {
    this.root = root;
    this.all = all;
    this.core = core;
  }

  /**
   * Reads the files of a built clone.
   *
   * @param root the clone's folder
   */
  public static ClassPaths of(Path root) throws IOException {
    return new ClassPaths(
        root,
        entries(root.resolve("ingest-bench/target/class-path")),
        entries(root.resolve("ingest-core/target/class-path")));
  }

  private static List<String> entries(Path file) throws IOException {
    return List.of(Files.readString(file).strip().split(File.pathSeparator));
  }

  /** Returns what a program runs on. */
  public String of(Program program) {
    List<String> path = own();
    if (program.jars() == Jars.CORE) {
      path.addAll(coreJar());
      path.addAll(core);
    } else {
      all.stream().filter(jar -> program.jars().includes(name(jar))).forEach(path::add);
    }
    return String.join(File.pathSeparator, path);
  }

  /** Returns everything: for many programs in one process. */
  public String all() {
    List<String> path = own();
    path.addAll(all);
    return String.join(File.pathSeparator, path);
  }

  /** Returns what the command line runs on. */
  String command() {
    return root.resolve("ingest-cli/target/app/lib/*").toString();
  }

  /** Returns whether the command line has been built. */
  public boolean hasCommand() {
    return Files.isDirectory(root.resolve("ingest-cli/target/app/lib"));
  }

  /** Returns this module's jar: classes in a folder could not be archived. */
  private List<String> own() {
    String jar = name(coreJar().get(0)).replace("ingest-core-", "ingest-bench-");
    return new ArrayList<>(List.of(root.resolve("ingest-bench/target").resolve(jar).toString()));
  }

  private List<String> coreJar() {
    return all.stream().filter(jar -> name(jar).startsWith("ingest-core-")).toList();
  }

  private static String name(String jar) {
    return String.valueOf(Path.of(jar).getFileName());
  }
}
