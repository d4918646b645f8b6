package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {

  @ParameterizedTest
  @CsvSource({
    "{label}/{file}.xlsx, uk/a.xlsx,         '{label=uk, file=a}'",
    "{label}/{file}.xlsx, a b+c%ü/d.e.xlsx,  '{label=a b+c%ü, file=d.e}'",
    "{a}_{b},             x_y_z,             '{a=x_y, b=z}'",
    "{a}{b},              xyz,               '{a=xy, b=z}'",
    "{a}{b},              x😀,               '{a=x, b=😀}'",
    "{a}.{b}.x,           1.2.x.x,           '{a=1.2, b=x}'",
    "in/{file},           in/a,              '{file=a}'",
    "in.fixed,            in.fixed,          '{}'",
  })
  void aKeyIsTakenApart(String pattern, String key, String parts) {
    assertThat(KeyPattern.of(pattern).match(key)).map(Object::toString).contains(parts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.xlsx",
        "uk/a.xls",
        "uk/a/b.xlsx",
        "/a.xlsx",
        "uk/.xlsx",
        "uk/aXxlsx",
        "x/uk/a.xlsx"
      })
  void aKeyOfAnotherFormIsNone(String key) {
    assertThat(KeyPattern.of("{label}/{file}.xlsx").match(key)).isEmpty();
  }

  @Test
  void partsFillAPattern() {
    assertThat(
            KeyPattern.of("output/{label}_{date}/{run}.csv")
                .fill(Map.of("label", "$1\\", "date", "2020-02-01", "run", "r", "other", "o")))
        .isEqualTo("output/$1\\_2020-02-01/r.csv");
  }

  @Test
  void aPartThatIsMissingOrHoldsASlashFillsNothing() {
    KeyPattern pattern = KeyPattern.of("{label}/{run}.csv");

    assertThatThrownBy(() -> pattern.fill(Map.of("label", "uk")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "key pattern {label}/{run}.csv: expected a value without slash for {run}, found none");
    assertThatThrownBy(() -> pattern.fill(Map.of("label", "u/k", "run", "r")))
        .hasMessage(
            "key pattern {label}/{run}.csv: expected a value without slash for {label}, found \"u/k\"");
    assertThatThrownBy(() -> pattern.fill(Map.of("label", "", "run", "r")))
        .hasMessage(
            "key pattern {label}/{run}.csv: expected a value without slash for {label}, found \"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{label", "label}", "{Label}", "{}", "{label}/{1a}", "{Label}/{file}", "}{a}"})
  void aPatternIsMadeOfWholeParts(String template) {
    assertThatThrownBy(() -> KeyPattern.of(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key pattern: expected parts like {label}, found \"" + template + "\"");
  }
}
