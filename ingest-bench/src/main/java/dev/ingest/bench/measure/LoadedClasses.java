package dev.ingest.bench.measure;

import java.util.List;

/** The classes that a process loaded, as {@code -Xlog:class+load} lists them. */
public record LoadedClasses(List<String> names) {

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
    return new LoadedClasses(
        log.lines()
            .filter(line -> line.contains(" source: "))
            .map(line -> line.substring(0, line.indexOf(" source: ")).strip())
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .toList());
  }

  /** Returns those that a small file must not load: other formats, JSON, the cloud, logging. */
  public List<String> forbidden() {
    return names.stream().filter(name -> FORBIDDEN.stream().anyMatch(name::startsWith)).toList();
  }
}
