package dev.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteOptionsTest {

  private static final WriteOptions CSV = WriteOptions.of("text/csv");

  @Test
  void withoutFurtherWordsAnObjectIsReplacedAndHasNoMetadata() {
    assertThat(CSV).isEqualTo(new WriteOptions("text/csv", Map.of(), true));
  }

  @Test
  void eachOptionLeavesTheOthers() {
    assertThat(
            CSV.withMetadata(Map.of("run", "7"))
                .neverReplacing()
                .withContentType("application/gzip"))
        .isEqualTo(new WriteOptions("application/gzip", Map.of("run", "7"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Run", "a b", "a_b", "ü", "a:b"})
  void aNameMustFitIntoAHeader(String name) {
    assertThatThrownBy(() -> CSV.withMetadata(Map.of(name, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "metadata: expected a name of lower-case letters, digits and dashes, found \""
                + name
                + "\"");
  }

  @Test
  void aValueMustFitIntoAHeader() {
    assertThatThrownBy(() -> CSV.withMetadata(Map.of("source", "a\nb")))
        .hasMessage("metadata source: expected printable ASCII, found U+000a");
    assertThatThrownBy(() -> CSV.withMetadata(Map.of("source", "ü")))
        .hasMessage("metadata source: expected printable ASCII, found U+00fc");
  }

  @Test
  void metadataIsSmall() {
    assertThat(CSV.withMetadata(Map.of("a", "x".repeat(1_899))).metadata()).hasSize(1);
    assertThatThrownBy(() -> CSV.withMetadata(Map.of("a", "x".repeat(1_900))))
        .hasMessage("metadata: expected at most 1900 bytes, found 1901");
  }
}
