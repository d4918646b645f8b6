package dev.ingest.aws.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableColumn;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.metrics.MetricRow;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements that make a pipeline's table. */
class TableDdlTest {

  private static final LoadPlan.Into SALES = LoadPlan.into(TableName.parse("shop.sales"));

  private static final RowSchema<DynamicRow> SCHEMA =
      RowSchema.builder()
          .column("id", String.class, column -> column.maxLength(10, LengthUnit.CHARACTERS))
          .column("note", String.class, column -> column.nullable())
          .column(
              "code", String.class, column -> column.nullable().maxLength(8, LengthUnit.UTF8_BYTES))
          .column("amount", BigDecimal.class, column -> column.decimal(DecimalSize.of(12, 2)))
          .column("any", BigDecimal.class, column -> column)
          .column("big", BigInteger.class, column -> column)
          .column("share", Double.class, column -> column)
          .column("rate", Float.class, column -> column)
          .column("pieces", Integer.class, column -> column)
          .column("total", Long.class, column -> column)
          .column("small", Short.class, column -> column)
          .column("paid", Boolean.class, column -> column)
          .column("day", LocalDate.class, column -> column)
          .column("at", LocalDateTime.class, column -> column)
          .column("time", LocalTime.class, column -> column)
          .column("moment", Instant.class, column -> column.zone(ZoneOffset.UTC))
          .column("took", Duration.class, column -> column)
          .build();

  @Test
  void allTypesOfPostgres() {
    assertThat(TableDdl.of(SqlDialect.POSTGRESQL, upsert()).script())
        .isEqualTo(
            """
            CREATE TABLE "shop"."sales" (
              "id" varchar(10) NOT NULL,
              "note" text,
              "code" varchar(8),
              "amount" numeric(12, 2) NOT NULL,
              "any" numeric NOT NULL,
              "big" numeric NOT NULL,
              "share" double precision NOT NULL,
              "rate" real NOT NULL,
              "pieces" integer NOT NULL,
              "total" bigint NOT NULL,
              "small" smallint NOT NULL,
              "paid" boolean NOT NULL,
              "day" date NOT NULL,
              "at" timestamp NOT NULL,
              "time" time NOT NULL,
              "moment" timestamptz NOT NULL,
              "took" interval NOT NULL,
              PRIMARY KEY ("id")
            );
            """);
  }

  @Test
  void allTypesOfRedshift() {
    assertThat(
            TableDdl.of(SqlDialect.REDSHIFT, upsert())
                .with(List.of("id"), List.of("day", "id"))
                .script())
        .isEqualTo(
            """
            -- Redshift plans by the key and does not enforce it
            CREATE TABLE "shop"."sales" (
              "id" varchar(40) NOT NULL,
              "note" varchar(65535),
              "code" varchar(8),
              "amount" numeric(12, 2) NOT NULL,
              "any" numeric(38, 15) NOT NULL,
              "big" numeric(38, 0) NOT NULL,
              "share" double precision NOT NULL,
              "rate" real NOT NULL,
              "pieces" integer NOT NULL,
              "total" bigint NOT NULL,
              "small" smallint NOT NULL,
              "paid" boolean NOT NULL,
              "day" date NOT NULL,
              "at" timestamp NOT NULL,
              "time" time NOT NULL,
              "moment" timestamptz NOT NULL,
              "took" varchar(64) NOT NULL,
              PRIMARY KEY ("id")
            ) DISTKEY ("id") SORTKEY ("day", "id");
            """);
  }

  private static Pipeline<DynamicRow> upsert() {
    return Pipeline.of("sales", SCHEMA, SALES.upsert("id")).build();
  }

  @Test
  void theShippedExample() {
    assertThat(
            TableDdl.of(SqlDialect.REDSHIFT, MetricsPipeline.into(MetricsPipeline.TABLE)).script())
        .isEqualTo(
            """
            -- DISTKEY and SORTKEY are for you to choose: --dist-key, --sort-key
            CREATE TABLE "metrics" (
              "location" varchar(65535) NOT NULL,
              "metric" varchar(65535) NOT NULL,
              "value" double precision,
              "date" date NOT NULL
            );
            """);
  }

  @Test
  void aKeyOfTheFileIsOneOfTheTableIfNoTwoFilesCanHaveIt() {
    assertThat(keyed(SALES.replaceTable(), "location")).endsWith("  PRIMARY KEY (\"location\")\n)");
    assertThat(keyed(SALES.replacePartition("date"), "location", "date"))
        .endsWith("  PRIMARY KEY (\"location\", \"date\")\n)");
    assertThat(keyed(SALES.append(), "location")).endsWith("  \"date\" date NOT NULL\n)");
    assertThat(keyed(SALES.replacePartition("date"), "location"))
        .endsWith("  \"date\" date NOT NULL\n)");
    assertThat(TableDdl.of(SqlDialect.POSTGRESQL, pipeline(SALES.append(), "location")).notes())
        .containsExactly(
            "no two rows of a file share location; two loads may, so it is no key of the table");
  }

  private static String keyed(LoadPlan plan, String... key) {
    return TableDdl.of(SqlDialect.POSTGRESQL, pipeline(plan, key)).create();
  }

  private static Pipeline<MetricRow> pipeline(LoadPlan plan, String... key) {
    return Pipeline.of("sales", RowSchema.of(MetricRow.class), plan)
        .rule(RowRule.uniqueKey(DuplicateRows.REJECT, key))
        .build();
  }

  @Test
  void columnsAreAddedThatMayBeNull() {
    TableShape empty = new TableShape(SALES.table(), List.of());
    TableColumn code =
        new TableColumn("code", "text", TableColumn.Kind.TEXT, true, TableColumn.Fill.NONE, null);

    assertThat(TableDdl.of(SqlDialect.POSTGRESQL, upsert()).addMissing(empty))
        .containsExactly(
            "ALTER TABLE \"shop\".\"sales\" ADD COLUMN \"note\" text",
            "ALTER TABLE \"shop\".\"sales\" ADD COLUMN \"code\" varchar(8)");
    assertThat(
            TableDdl.of(SqlDialect.POSTGRESQL, upsert())
                .addMissing(new TableShape(SALES.table(), List.of(code))))
        .containsExactly("ALTER TABLE \"shop\".\"sales\" ADD COLUMN \"note\" text");
  }

  @Test
  void keysThatMakeNoSense() {
    assertThatThrownBy(
            () -> TableDdl.of(SqlDialect.POSTGRESQL, upsert()).with(List.of("id"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dist and sort keys: expected Redshift, found PostgreSQL");
    assertThatThrownBy(
            () -> TableDdl.of(SqlDialect.REDSHIFT, upsert()).with(List.of("id", "day"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dist key: expected one column, found [id, day]");
    assertThatThrownBy(
            () -> TableDdl.of(SqlDialect.REDSHIFT, upsert()).with(List.of(), List.of("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("found \"none\"");
  }
}
