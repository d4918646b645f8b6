package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Keys are found as a map of lists would find them, whatever their texts and hashes are. */
class KeyIndexProperties {

  @Property
  void keysAreEqualWhereTheirValuesAre(@ForAll("keys") List<List<@Nullable String>> keys) {
    KeyIndex index = new KeyIndex();
    Map<List<@Nullable String>, Integer> map = new HashMap<>();
    int row = 0;
    for (List<@Nullable String> key : keys) {
      row++;
      byte[] text = KeyTexts.of(key.toArray());

      assertThat(index.find(text)).isEqualTo(map.getOrDefault(key, 0));
      index.put(text, row);
      map.put(key, row);
    }
    map.forEach((key, last) -> assertThat(index.find(KeyTexts.of(key.toArray()))).isEqualTo(last));
  }

  /** Few letters, so that keys repeat and hashes collide: "Aa" and "BB" have one hash. */
  @Provide
  Arbitrary<List<List<@Nullable String>>> keys() {
    Arbitrary<@Nullable String> text =
        Arbitraries.strings()
            .withChars("AaB\u0000\u0001\u00e9\ud83d\ude00")
            .ofMaxLength(3)
            .injectNull(0.1);
    return text.list().ofSize(2).map(KeyIndexProperties::copy).list().ofMaxSize(200);
  }

  private static List<@Nullable String> copy(List<@Nullable String> values) {
    return new ArrayList<>(values);
  }

  @Property(tries = 50)
  void numbersAreEqualAsADatabaseComparesThem(@ForAll BigDecimal number, @ForAll double other) {
    assertThat(KeyTexts.of(number.setScale(number.scale() + 2))).isEqualTo(KeyTexts.of(number));
    assertThat(KeyTexts.of(other * 0.0)).isEqualTo(KeyTexts.of(-other * 0.0));
    assertThat(
            Arrays.equals(
                KeyTexts.of(new Object[] {other}), KeyTexts.of(new Object[] {Math.nextUp(other)})))
        .isEqualTo(other == Math.nextUp(other));
  }
}
