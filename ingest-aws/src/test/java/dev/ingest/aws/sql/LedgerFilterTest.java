package dev.ingest.aws.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerFilterTest {

  @ParameterizedTest
  @CsvSource({
    "*.xlsx, %.xlsx",
    "uk/20??/*, uk/20__/%",
    "100%_off!.xlsx, 100!%!_off!!.xlsx",
    "a\\b'c, a\\b'c"
  })
  void aGlobAsAPatternOfSql(String glob, String like) {
    assertThat(LedgerFilter.like(glob)).isEqualTo(like);
  }
}
