package dev.ingest.format;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.random.CsvLines;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.DynamicRow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet holds is what a reader of the file finds: each value of each accepted row, null and
 * the empty text apart. The file is read with Commons CSV, each field by its type's own parser.
 */
class ReadBackProperties {

  private static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.ofEntries(
          entry(Byte.class, Byte::valueOf),
          entry(Short.class, Short::valueOf),
          entry(Integer.class, Integer::valueOf),
          entry(Long.class, Long::valueOf),
          entry(BigInteger.class, BigInteger::new),
          entry(Float.class, Float::valueOf),
          entry(Double.class, Double::valueOf),
          entry(Boolean.class, Boolean::valueOf),
          entry(LocalDate.class, LocalDate::parse),
          entry(LocalDateTime.class, LocalDateTime::parse),
          entry(LocalTime.class, LocalTime::parse),
          entry(Instant.class, Instant::parse),
          entry(Duration.class, Duration::parse));

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.all();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theFileHoldsTheValuesOfTheRows(@ForAll("tables") RandomTable table) {
    byte[] workbook = table.sheet().workbook();
    Told told = Told.of(table.pipeline(), workbook);
    Assume.that(told.csv() != null);

    List<List<@Nullable String>> lines = CsvLines.of(told.csv());
    List<DynamicRow> rows = table.reading(workbook).accepted();

    assertThat(lines.get(0)).isEqualTo(table.schema().names());
    assertThat(lines).hasSize(rows.size() + 1);
    for (int i = 0; i < rows.size(); i++) {
      assertHolds(lines.get(i + 1), rows.get(i), table.schema().columns());
    }
  }

  private static void assertHolds(
      List<@Nullable String> line, DynamicRow row, List<ColumnSchema<?>> columns) {
    assertThat(line).hasSameSizeAs(columns);
    for (int i = 0; i < columns.size(); i++) {
      String field = line.get(i);
      Object value = row.values().get(i);
      if (field == null || value == null) {
        assertThat(field).isEqualTo(value);
      } else {
        assertThat(sameForm(read(field, columns.get(i).type()))).isEqualTo(sameForm(text(value)));
      }
    }
  }

  /** Texts, enums and types of one's own are told as texts. */
  private static Object text(Object value) {
    return PARSERS.containsKey(value.getClass()) || value instanceof BigDecimal
        ? value
        : value.toString();
  }

  private static Object read(String field, Class<?> type) {
    return type == BigDecimal.class
        ? new BigDecimal(field)
        : PARSERS.getOrDefault(type, text -> text).apply(field);
  }

  /** Decimals that are equal as numbers. */
  private static Object sameForm(Object value) {
    return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
  }
}
