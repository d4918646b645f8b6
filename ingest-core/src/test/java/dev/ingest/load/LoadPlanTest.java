package dev.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlanTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "metrics,         ~\"metrics\"~",
        "public.metrics,  ~\"public\".\"metrics\"~",
        "Größe 2,         ~\"Größe 2\"~",
        "_a$-b,           ~\"_a$-b\"~",
      })
  void aTableIsQuotedForSql(String name, String sql) {
    assertThat(TableName.parse(name).sql()).isEqualTo(sql);
    assertThat(TableName.parse(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a\"b", "a;b", "a'b", "a\nb", "a\\b", "-- a"})
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> TableName.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "table: expected a name of up to 63 letters, digits and _ $ -, found \"" + name + "\"");
  }

  @Test
  void aSchemaAndAColumnAreNamesToo() {
    assertThatThrownBy(() -> TableName.parse("a b;.metrics"))
        .hasMessage(
            "schema: expected a name of up to 63 letters, digits and _ $ -, found \"a b;\"");
    assertThatThrownBy(() -> TableName.parse("a.b.c"))
        .hasMessage("table: expected a name of up to 63 letters, digits and _ $ -, found \"b.c\"");
    assertThatThrownBy(() -> TableName.quote("x".repeat(64)))
        .hasMessageStartingWith("name: expected a name of up to 63 letters");
  }

  @Test
  void aPlanIsBuiltInSteps() {
    TableName table = TableName.parse("metrics");

    assertThat(LoadPlan.into(table).append()).isEqualTo(new LoadPlan.Append(table));
    assertThat(LoadPlan.into(table).replacePartition("date", "location"))
        .isEqualTo(new LoadPlan.ReplacePartition(table, List.of("date", "location")));
  }

  @Test
  void aPlanThatMakesNoSenseIsRefused() {
    LoadPlan.Into into = LoadPlan.into(TableName.parse("metrics"));

    assertThatThrownBy(into::replacePartition)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replacePartition: expected columns, found none");
    assertThatThrownBy(() -> into.replacePartition("a\"b"))
        .hasMessage("name: expected a name of up to 63 letters, digits and _ $ -, found \"a\"b\"");
  }

  @Test
  void aScopeListsDistinctValuesInTheOrderTheyAppear() {
    ReplaceScope scope =
        new ReplaceScope(
            List.of("date", "location"),
            List.of(List.of("d1", "UK"), List.of("d1", "FR"), List.of("d2", "UK")));

    assertThat(scope.distinct("date")).containsExactly("d1", "d2");
    assertThat(scope.distinct("location")).containsExactly("UK", "FR");
    assertThat(ReplaceScope.none().keys()).isEmpty();
  }
}
