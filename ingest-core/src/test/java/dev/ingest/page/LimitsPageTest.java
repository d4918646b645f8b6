package dev.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.page.PageTable.Row;
import dev.ingest.workbook.ReadLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits, and what they are by default. */
class LimitsPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void limits(Row row) throws ReflectiveOperationException {
    Object limit = ReadLimits.class.getMethod(row.code(0)).invoke(ReadLimits.defaults());

    assertThat(limit instanceof Duration time ? time.toSeconds() : ((Number) limit).longValue())
        .isEqualTo(number(row.cells().get(2)));
  }

  static List<Row> limits() {
    return PageTable.rows("limits");
  }

  @Test
  void thePageHasThemAll() {
    List<String> all =
        Arrays.stream(ReadLimits.class.getMethods())
            .map(java.lang.reflect.Method::getName)
            .filter(name -> name.startsWith("with"))
            .map(name -> Character.toLowerCase(name.charAt(4)) + name.substring(5))
            .toList();

    assertThat(limits()).map(row -> row.code(0)).containsExactlyInAnyOrderElementsOf(all);
  }

  /** Reads {@code 2 GiB}, {@code 1 hour} in seconds, {@code 10,000}, {@code 500,000 each}. */
  private static long number(String written) {
    String[] words = written.replace(",", "").split(" ", -1);
    long number = Long.parseLong(words[0]);
    return switch (words.length == 1 ? "" : words[1]) {
      case "GiB" -> number << 30;
      case "MiB" -> number << 20;
      case "hour" -> number * 3600;
      default -> number;
    };
  }
}
