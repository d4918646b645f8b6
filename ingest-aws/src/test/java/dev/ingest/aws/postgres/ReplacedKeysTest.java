package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult;
import dev.ingest.load.TableName;
import dev.ingest.row.Zone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A partition is replaced by keys of every type, in every type of column that takes them. */
class ReplacedKeysTest {

  enum Colour {
    RED,
    BLUE
  }

  record ByInstant(@Zone("UTC") Instant key, int value) {}

  record ByDateTime(LocalDateTime key, int value) {}

  record ByDate(LocalDate key, int value) {}

  record ByTime(LocalTime key, int value) {}

  record ByDuration(Duration key, int value) {}

  record ByEnum(Colour key, int value) {}

  record ByText(String key, int value) {}

  record ByDecimal(BigDecimal key, int value) {}

  record ByBigInteger(BigInteger key, int value) {}

  record ByByte(byte key, int value) {}

  record ByLong(long key, int value) {}

  record ByFloat(float key, int value) {}

  record ByDouble(double key, int value) {}

  record ByBoolean(boolean key, int value) {}

  private static final LoadPlan REPLACE =
      LoadPlan.into(TableName.parse("kept")).replacePartition("key");

  private Warehouse warehouse;

  @BeforeEach
  void open(@TempDir Path folder) {
    warehouse = new Warehouse(folder);
    warehouse.execute("CREATE TYPE colour AS ENUM ('RED', 'BLUE')");
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  static Stream<Arguments> keys() {
    Instant evening = Instant.parse("2020-02-01T18:00:00.123Z");
    LocalDateTime at = LocalDateTime.of(2020, 2, 1, 19, 0, 0, 1_000_000);
    return Stream.of(
        keys(
            "timestamptz",
            ByInstant.class,
            new ByInstant(evening, 1),
            new ByInstant(evening.plusMillis(1), 2)),
        keys(
            "timestamp",
            ByInstant.class,
            new ByInstant(evening, 1),
            new ByInstant(evening.plusSeconds(3600), 2)),
        keys(
            "timestamp",
            ByDateTime.class,
            new ByDateTime(at, 1),
            new ByDateTime(at.plusSeconds(1), 2)),
        keys(
            "date",
            ByDate.class,
            new ByDate(LocalDate.of(2020, 2, 1), 1),
            new ByDate(LocalDate.of(2020, 2, 2), 2)),
        keys(
            "text",
            ByDate.class,
            new ByDate(LocalDate.of(2020, 2, 1), 1),
            new ByDate(LocalDate.of(2020, 2, 2), 2)),
        keys(
            "time",
            ByTime.class,
            new ByTime(LocalTime.of(19, 0), 1),
            new ByTime(LocalTime.of(19, 1), 2)),
        keys(
            "interval",
            ByDuration.class,
            new ByDuration(Duration.ofMinutes(90), 1),
            new ByDuration(Duration.ofMinutes(-90), 2)),
        keys("text", ByEnum.class, new ByEnum(Colour.RED, 1), new ByEnum(Colour.BLUE, 2)),
        keys("colour", ByEnum.class, new ByEnum(Colour.RED, 1), new ByEnum(Colour.BLUE, 2)),
        keys("char(5)", ByText.class, new ByText("a", 1), new ByText("b", 2)),
        keys(
            "numeric",
            ByDecimal.class,
            new ByDecimal(new BigDecimal("1E+3"), 1),
            new ByDecimal(new BigDecimal("0.1"), 2)),
        keys(
            "numeric(8, 2)",
            ByDecimal.class,
            new ByDecimal(new BigDecimal("1.005"), 1),
            new ByDecimal(new BigDecimal("2"), 2)),
        keys(
            "numeric",
            ByBigInteger.class,
            new ByBigInteger(BigInteger.TWO.pow(70), 1),
            new ByBigInteger(BigInteger.TEN, 2)),
        keys("smallint", ByByte.class, new ByByte((byte) -1, 1), new ByByte((byte) 2, 2)),
        keys("bigint", ByLong.class, new ByLong(1L << 40, 1), new ByLong(2, 2)),
        keys("integer", ByLong.class, new ByLong(1, 1), new ByLong(2, 2)),
        keys("real", ByFloat.class, new ByFloat(0.1f, 1), new ByFloat(0.2f, 2)),
        keys("double precision", ByDouble.class, new ByDouble(0.1, 1), new ByDouble(1e21, 2)),
        keys("real", ByDouble.class, new ByDouble(0.1, 1), new ByDouble(0.2, 2)),
        keys("boolean", ByBoolean.class, new ByBoolean(true, 1), new ByBoolean(false, 2)));
  }

  private static <R extends Record> Arguments keys(String column, Class<R> type, R one, R other) {
    return Arguments.of(column, type, List.of(one, other));
  }

  @ParameterizedTest(name = "{1} in a column of {0}")
  @MethodSource("keys")
  <R extends Record> void theRowsOfAKeyAreReplacedAndNoOthers(
      String column, Class<R> type, List<R> rows) {
    warehouse.execute("CREATE TABLE kept (key " + column + ", value int)");
    warehouse.load(REPLACE, type, rows);
    warehouse.execute("UPDATE kept SET value = value + 10");

    LoadResult again = warehouse.load(REPLACE, type, rows.subList(0, 1));

    assertThat(again).isEqualTo(new LoadResult(1, 1, 1));
    assertThat(warehouse.query("SELECT value FROM kept ORDER BY 1")).containsExactly("1", "12");
  }

  @Test
  void aKeyOfSeveralColumnsIsTheirValuesTogether() {
    record Two(String key, LocalDate day, int value) {}
    LoadPlan replace = LoadPlan.into(TableName.parse("kept")).replacePartition("day", "key");
    LocalDate first = LocalDate.of(2020, 2, 1);
    warehouse.execute("CREATE TABLE kept (key varchar(3), day date, value int)");
    warehouse.load(
        replace,
        Two.class,
        List.of(
            new Two("a", first, 1), new Two("a", first.plusDays(1), 2), new Two("b", first, 3)));

    LoadResult again = warehouse.load(replace, Two.class, List.of(new Two("a", first, 4)));

    assertThat(again).isEqualTo(new LoadResult(1, 1, 1));
    assertThat(warehouse.query("SELECT value FROM kept ORDER BY 1")).containsExactly("2", "3", "4");
  }
}
