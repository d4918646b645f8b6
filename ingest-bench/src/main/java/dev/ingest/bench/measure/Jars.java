package dev.ingest.bench.measure;

import java.util.List;

/** The jars that a library brings, so that no program is slowed by another's. */
enum Jars {
  /** None. */
  NONE(List.of()),
  /** This project's core with what it depends on; known from its own build. */
  CORE(List.of()),
  /** Every one, of a program that is not compared by its start. */
  ALL(List.of("")),
  /** Apache POI. */
  POI(
      List.of(
          "poi-",
          "xmlbeans-",
          "commons-codec-",
          "commons-collections4-",
          "commons-compress-",
          "commons-io-",
          "commons-lang3-",
          "commons-math3-",
          "curvesapi-",
          "log4j-api-",
          "SparseBitSet-")),
  /** dhatim's fastexcel-reader. */
  FASTEXCEL_READER(
      List.of(
          "fastexcel-reader-",
          "aalto-xml-",
          "stax2-api-",
          "commons-codec-",
          "commons-compress-",
          "commons-io-",
          "commons-lang3-")),
  /** EasyExcel's heir, beside {@link #POI}, on which it stands. */
  EASYEXCEL(List.of("fastexcel-1", "fastexcel-support-", "commons-csv-", "ehcache-", "slf4j-api-"));

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<String> prefixes;

  Jars(List<String> prefixes) {
    this.prefixes = prefixes;
  }

  /** Returns whether a jar of this name belongs to the library. */
  boolean includes(String jar) {
    return prefixes.stream().anyMatch(jar::startsWith) || this == EASYEXCEL && POI.includes(jar);
  }
}
