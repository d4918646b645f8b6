package dev.ingest.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void splitsAtCommasOutsideQuotes() {
    assertThat(CsvLine.fields("a,\"b, c\",,\"\",d")).containsExactly("a", "b, c", "", "", "d");
  }

  @Test
  void aDoubledQuoteInQuotesIsOne() {
    assertThat(CsvLine.fields("\"\"\"a\"\", b\"")).containsExactly("\"a\", b");
  }
}
