package dev.ingest.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedClassesTest {

  private static final String LOG =
      """
      java.lang.Object source: shared objects file
      [0.120s][info][class,load] dev.ingest.workbook.Workbook source: jar:file:/core.jar
      org.apache.poi.util.IOUtils source: jar:file:/poi.jar
      java.util.logging.Logger source: jrt:/java.logging
      """;

  @Test
  void namesEachClassAndCountsThoseThatWereNotInTheArchive() {
    LoadedClasses classes = LoadedClasses.in(LOG);

    assertThat(classes)
        .isEqualTo(
            new LoadedClasses(
                List.of(
                    "java.lang.Object",
                    "dev.ingest.workbook.Workbook",
                    "org.apache.poi.util.IOUtils",
                    "java.util.logging.Logger"),
                3));
  }

  @Test
  void findsThoseOfPoiAndLogging() {
    assertThat(LoadedClasses.in(LOG).forbidden())
        .containsExactly("org.apache.poi.util.IOUtils", "java.util.logging.Logger");
  }
}
