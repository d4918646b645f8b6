package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.row.Decimal;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Zone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTablesTest {

  private static final TableName TABLE = new TableName(null, "metrics");

  /** One of each type that a schema reads. */
  record Typed(
      String text,
      double aDouble,
      @Nullable Float aFloat,
      long aLong,
      Optional<Integer> anInteger,
      short aShort,
      BigDecimal decimal,
      boolean flag,
      LocalDate date,
      @Nullable LocalDateTime order,
      LocalTime time,
      @Zone("UTC") Instant moment,
      Duration duration,
      BigInteger big,
      @Decimal(precision = 12, scale = 2) BigDecimal amount) {}

  @Test
  void theTableOfTheExample() {
    assertThat(
            PostgresTables.createIfMissing(
                new TableName("public", "metrics"), RowSchema.of(MetricRow.class)))
        .isEqualTo(
            """
            CREATE TABLE IF NOT EXISTS "public"."metrics" (
              "location" text NOT NULL,
              "metric" text NOT NULL,
              "value" double precision,
              "date" date NOT NULL
            )""");
  }

  @Test
  void allTypes() {
    assertThat(PostgresTables.createIfMissing(TABLE, RowSchema.of(Typed.class)))
        .isEqualTo(
            """
            CREATE TABLE IF NOT EXISTS "metrics" (
              "text" text NOT NULL,
              "aDouble" double precision NOT NULL,
              "aFloat" real,
              "aLong" bigint NOT NULL,
              "anInteger" integer,
              "aShort" smallint NOT NULL,
              "decimal" numeric NOT NULL,
              "flag" boolean NOT NULL,
              "date" date NOT NULL,
              "order" timestamp,
              "time" time NOT NULL,
              "moment" timestamptz NOT NULL,
              "duration" interval NOT NULL,
              "big" numeric NOT NULL,
              "amount" numeric(12, 2) NOT NULL
            )""");
  }

  @Test
  void aTableIsMadeOnceAndThenLeftAlone(@TempDir Path folder) throws Exception {
    try (Warehouse warehouse = new Warehouse(folder);
        Connection connection = warehouse.connections().open()) {
      PostgresTables.createIfMissing(connection, TABLE, RowSchema.of(Typed.class));
      PostgresTables.createIfMissing(connection, TABLE, RowSchema.of(MetricRow.class));

      assertThat(
              warehouse.query(
                  "SELECT string_agg(column_name, ' ' ORDER BY ordinal_position)"
                      + " FROM information_schema.columns WHERE table_name = 'metrics'"))
          .containsExactly(
              "text aDouble aFloat aLong anInteger aShort decimal flag date order"
                  + " time moment duration big amount");
    }
  }
}
