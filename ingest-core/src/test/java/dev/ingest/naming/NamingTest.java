package dev.ingest.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource({
    "' Total\u00a0\n value ', total value",
    "'\ufeffLocation',        location",
    "'ＶＡＬＵＥ',              value",
    "'ﬁeld',                  field",
    "STRASSE,                 strasse",
    "straße,                  strasse",
    "İ,                       'i\u0307'",
    "a\u200bb,                'a\u200bb'",
  })
  void aNormalNameHasOneSpelling(String name, String normal) {
    assertThat(NormalName.of(name)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "date,     data",
    "DATA,     data",
    "values,   value",
    "loc ation, location",
    "locaiton, location",
    "dtaa,     data",
    "adta,     data",
  })
  void aNearMissIsWithinAThirdOfTheName(String wanted, String near) {
    assertThat(NearMiss.of(wanted, List.of("data", "value", "location", "x"))).contains(near);
  }

  @Test
  void whatIsFarIsNoGuess() {
    List<String> names = List.of("data", "location");

    assertThat(NearMiss.of("metrics", names)).isEmpty();
    assertThat(NearMiss.of("q", List.of("a", "", "qa"))).isEmpty();
    assertThat(NearMiss.of("Q", List.of("a", "q"))).contains("q");
    assertThat(NearMiss.of("it", List.of("a", "id"))).contains("id");
    assertThat(NearMiss.of(null, names)).isEmpty();
    assertThat(NearMiss.of("data", List.of())).isEmpty();
  }

  @Test
  void longNamesTakeNoTime() {
    assertThat(NearMiss.of("a".repeat(100_000), List.of("a".repeat(100_000)))).isPresent();
  }
}
