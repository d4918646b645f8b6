package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyOverlapTest {

  @ParameterizedTest
  @CsvSource({
    "{label}/{file}.xlsx, {label}/{file}.xlsx,     a/a.xlsx",
    "{label}/{file}.xlsx, ES/{file}.xlsx,          ES/a.xlsx",
    "{label}/{file}.xlsx, {label}/sales_{day}.xlsx, a/sales_a.xlsx",
    "{label}/{file},      {a}/{b}.{c},             a/a.a",
    "{a}b{c},             {a}d{c},                 adba",
    "fixed,               fixed,                   fixed",
    "😀{a},               {b}😀,                   😀😀",
  })
  void twoFormsMayHaveAKeyInCommon(String one, String other, String key) {
    assertThat(KeyPattern.of(one).common(KeyPattern.of(other)).map(String::length))
        .contains(key.length());
    assertThat(KeyPattern.of(one).match(key)).isPresent();
    assertThat(KeyPattern.of(other).match(key)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "{label}/{file}.xlsx, {label}/{file}.xlsm",
    "{label}/{file}.xlsx, {label}/{x}/{file}.xlsx",
    "{label}/{file}.xlsx, output/{label}_{date}/{run}.csv",
    "in/{file},           out/{file}",
    "{a}{b},              x",
    "fixed,               other",
  })
  void andManyHaveNone(String one, String other) {
    assertThat(KeyPattern.of(one).common(KeyPattern.of(other))).isEmpty();
    assertThat(KeyPattern.of(other).common(KeyPattern.of(one))).isEmpty();
  }

  @Test
  void theKeyThatIsFoundIsReadable() {
    assertThat(KeyPattern.of("{label}/{file}.xlsx").common(KeyPattern.of("ES/{year}-{month}.xlsx")))
        .contains("ES/a-a.xlsx");
  }
}
