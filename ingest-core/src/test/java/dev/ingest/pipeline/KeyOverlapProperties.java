package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Statements about all pairs of key patterns. */
class KeyOverlapProperties {

  @Property(tries = 500)
  void aKeyThatIsFoundHasBothForms(@ForAll("forms") String one, @ForAll("forms") String other) {
    KeyPattern.of(one)
        .common(KeyPattern.of(other))
        .ifPresent(
            key -> {
              assertThat(KeyPattern.of(one).match(key)).isPresent();
              assertThat(KeyPattern.of(other).match(key)).isPresent();
            });
  }

  /** Two forms that are made of one key. */
  @Property(tries = 500)
  void whereAKeyHasBothFormsOneIsFound(
      @ForAll("keys") String key, @ForAll List<Boolean> some, @ForAll List<Boolean> others) {
    KeyPattern one = KeyPattern.of(form(key, some));
    KeyPattern other = KeyPattern.of(form(key, others));
    assertThat(one.match(key)).isPresent();
    assertThat(other.match(key)).isPresent();

    assertThat(one.common(other)).isPresent();
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of("a", "b", "/", "{x}", "{y}", "ab")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings().withChars("ab/".toCharArray()).ofMinLength(1).ofMaxLength(8);
  }

  /** Makes parts of the characters that are marked; parts beside each other are one. */
  private static String form(String key, List<Boolean> marks) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      boolean marked = i < marks.size() && marks.get(i) && key.charAt(i) != '/';
      boolean before = form.length() > 0 && form.charAt(form.length() - 1) == '}';
      if (!marked) {
        form.append(key.charAt(i));
      } else if (!before) {
        form.append("{x}");
      }
    }
    return form.toString();
  }
}
