package dev.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadEffect.NullShare;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadGuardsTest {

  private static final TableName TABLE = TableName.parse("sales");

  @Test
  void aColumnHasAShareOfItsOwn() {
    LoadGuards guards =
        LoadGuards.none()
            .withMaxNullShare(0.2)
            .withMaxNullShare("note", 1)
            .withMaxNullShare("id", 0);

    assertThatCode(() -> guards.check(TABLE, nulls("note", 1))).doesNotThrowAnyException();
    assertThatCode(() -> guards.check(TABLE, nulls("value", 0.2))).doesNotThrowAnyException();
    assertThatThrownBy(() -> guards.check(TABLE, nulls("value", 0.25)))
        .hasMessage(
            "table sales: expected at most 20 % nulls in a column (maxNullShare), found 25 % in value; nothing was changed; check the file, or loosen the guard");
    assertThatThrownBy(() -> guards.check(TABLE, nulls("id", 0.001)))
        .hasMessage(
            "table sales: expected at most 0 % nulls in id (maxNullShare), found 0.1 % in id; nothing was changed; check the file, or loosen the guard");
  }

  @Test
  void whatTheseDoNotGuardTheOthersDo() {
    LoadGuards others = new LoadGuards(0.5, 0.4, Map.of("value", 0.3), 7);

    assertThat(LoadGuards.none().or(others)).isEqualTo(others);
    assertThat(others.or(new LoadGuards(0.1, 0.1, Map.of(), 1))).isEqualTo(others);
    assertThat(LoadGuards.none().withMaxShrink(1).withMinRows(9).or(others))
        .isEqualTo(new LoadGuards(1.0, 0.4, Map.of("value", 0.3), 9));
  }

  /** Or else a share for all could not be loosened for some. */
  @Test
  void whoSaysAnythingOfNullsSaysAllOfThem() {
    LoadGuards others = new LoadGuards(null, 0.4, Map.of("value", 0.3), 0);

    assertThat(LoadGuards.none().withMaxNullShare(0.9).or(others))
        .isEqualTo(LoadGuards.none().withMaxNullShare(0.9));
    assertThat(LoadGuards.none().withMaxNullShare("note", 1).or(others))
        .isEqualTo(LoadGuards.none().withMaxNullShare("note", 1));
  }

  @Test
  void sharesAreFromZeroToOne() {
    assertThatThrownBy(() -> LoadGuards.none().withMaxNullShare("note", 1.1))
        .hasMessage("maxNullShare of note: expected a share from 0 to 1, found 1.1");
    assertThatThrownBy(() -> LoadGuards.none().withMaxShrink(Double.NaN))
        .hasMessage("maxShrink: expected a share from 0 to 1, found NaN");
  }

  @ParameterizedTest
  @CsvSource({
    "20 %, 0.2",
    "20%, 0.2",
    "12.3 %, 0.123",
    "0, 0",
    "0 %, 0",
    "1, 1",
    "100 %, 1",
    "1E-3, 0.001"
  })
  void aShareIsWrittenInTwoWays(String text, double share) {
    assertThat(LoadGuards.share(text)).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20", "-0.1", "101 %", "a half", "%", "", "NaN", "1E999999999", "1E-2147483647 %"})
  void whatIsNoShareIsRefused(String text) {
    assertThatThrownBy(() -> LoadGuards.share(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a share such as 20 % or 0.2, found \"" + text + "\"");
  }

  private static LoadEffect nulls(String column, double share) {
    return new LoadEffect(0, 1000, List.of(), List.of(new NullShare(column, 0, share)));
  }
}
