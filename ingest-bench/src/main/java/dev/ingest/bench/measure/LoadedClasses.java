package dev.ingest.bench.measure;

import java.util.List;

/**
 * The classes that a process loaded, as {@code -Xlog:class+load} lists them.
 *
 * @param names all of them
 * @param parsed how many did not come ready from the JDK's archive and cost more therefore
 */
public record LoadedClasses(List<String> names, int parsed) {

  private static final String SOURCE = " source: ";
  private static final String ARCHIVE = "shared objects file";

  private static final List<String> FORBIDDEN =
      List.of(
          "org.apache.poi.",
          "com.fasterxml.jackson.",
          "software.amazon.",
          "org.apache.logging.",
          "org.slf4j.",
          "java.util.logging.");

  /** Reads the log, whose lines look like {@code java.lang.Object source: shared objects file}. */
  public static LoadedClasses in(String log) {
    List<String> lines = log.lines().filter(line -> line.contains(SOURCE)).toList();
    long archived = lines.stream().filter(line -> line.contains(ARCHIVE)).count();
    return new LoadedClasses(
        lines.stream().map(LoadedClasses::name).toList(), (int) (lines.size() - archived));
  }

  private static String name(String line) {
    String before = line.substring(0, line.indexOf(SOURCE)).strip();
    return before.substring(before.lastIndexOf(' ') + 1);
  }

  /** Returns those that a small file must not load: other formats, JSON, the cloud, logging. */
  public List<String> forbidden() {
    return names.stream().filter(name -> FORBIDDEN.stream().anyMatch(name::startsWith)).toList();
  }
}
