package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.Decimal;
import dev.ingest.row.MaxLength;
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
import java.util.List;
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

  record Keyed(@MaxLength(5) String id, @Nullable Integer pieces, @Nullable String note) {}

  @Test
  void aTableThatIsMadeFits(@TempDir Path folder) {
    TableDdl ddl =
        TableDdl.of(
            SqlDialect.POSTGRESQL,
            Pipeline.of("keyed", RowSchema.of(Keyed.class), LoadPlan.into(TABLE).upsert("id"))
                .build());
    RowSchema<Keyed> schema = RowSchema.of(Keyed.class);
    try (Warehouse warehouse = new Warehouse(folder)) {
      PostgresTables tables = new PostgresTables(warehouse.connections());
      TableDiff before = tables.diff(ddl, schema);

      tables.run(TABLE, before.create().stream().toList());

      assertThat(before.there()).isFalse();
      assertThat(tables.diff(ddl, schema))
          .isEqualTo(new TableDiff(TABLE, true, List.of(), List.of(), Optional.empty(), List.of()));
      assertThat(
              warehouse.query(
                  "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'p'"
                      + " AND conrelid = 'metrics'::regclass"))
          .containsExactly("metrics_pkey|PRIMARY KEY (id)");
    }
  }

  @Test
  void columnsAreAddedAllOrNone(@TempDir Path folder) {
    TableDdl ddl = TableDdl.of(SqlDialect.POSTGRESQL, TABLE, RowSchema.of(Keyed.class));
    RowSchema<Keyed> schema = RowSchema.of(Keyed.class);
    try (Warehouse warehouse = new Warehouse(folder)) {
      warehouse.execute("CREATE TABLE metrics (id varchar(4)); INSERT INTO metrics VALUES ('a')");
      PostgresTables tables = new PostgresTables(warehouse.connections());
      TableDiff before = tables.diff(ddl, schema);

      assertThatThrownBy(
              () -> tables.run(TABLE, List.of(before.add().get(0), "ALTER TABLE none ADD b text")))
          .isInstanceOf(LoadException.class)
          .hasMessageStartingWith(
              "table metrics: expected the load to succeed, found \"relation \"none\" does not exist\"");
      assertThat(tables.diff(ddl, schema)).isEqualTo(before);
      tables.run(TABLE, before.add());

      assertThat(before.mismatches())
          .containsExactly(
              "column pieces: expected it in the table, found no such column among id; rename it in the pipeline, or add it to the table",
              "column note: expected it in the table, found no such column among id; rename it in the pipeline, or add it to the table");
      assertThat(tables.diff(ddl, schema).fits()).isTrue();
      assertThat(tables.diff(ddl, schema).warnings())
          .containsExactly(
              "column id: expected room for 5 characters, found character varying(4) for 4 characters; rows with longer texts will be refused");
      assertThat(warehouse.query("SELECT * FROM metrics")).containsExactly("a|null|null");
    }
  }
}
