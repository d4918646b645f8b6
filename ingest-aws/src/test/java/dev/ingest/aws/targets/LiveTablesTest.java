package dev.ingest.aws.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.ddl.TableDdl;
import dev.ingest.aws.ddl.TableDiff;
import dev.ingest.load.LoadException;
import dev.ingest.load.TableName;
import dev.ingest.row.Decimal;
import dev.ingest.row.MaxLength;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Zone;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables are made and compared alike in each target. */
class LiveTablesTest {

  private static final TableName TABLE = new TableName(null, "typed");

  /** One of each type that a schema reads. */
  record Typed(
      @MaxLength(20) String text,
      double number,
      @Nullable Float small,
      long whole,
      @Nullable Integer fewer,
      short least,
      @Decimal(precision = 12, scale = 2) BigDecimal amount,
      BigInteger big,
      boolean flag,
      LocalDate day,
      @Nullable LocalDateTime seen,
      LocalTime time,
      @Zone("UTC") Instant moment,
      Duration length) {}

  record Few(String text) {}

  record More(String text, @Nullable Integer pieces) {}

  @ParameterizedTest
  @EnumSource(LoadTarget.Kind.class)
  void aTableThatIsMadeFits(LoadTarget.Kind kind) {
    RowSchema<Typed> schema = RowSchema.of(Typed.class);
    try (LoadTarget target = new LoadTarget(kind)) {
      LiveTables tables = target.tables();
      TableDdl ddl = ddl(kind, schema);

      TableDiff before = tables.diff(ddl, schema);
      tables.run(TABLE, before.create().stream().toList());

      assertThat(before)
          .isEqualTo(
              new TableDiff(
                  TABLE, false, List.of(), List.of(), Optional.of(ddl.create()), List.of()));
      assertThat(tables.diff(ddl, schema))
          .isEqualTo(new TableDiff(TABLE, true, List.of(), List.of(), Optional.empty(), List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource(LoadTarget.Kind.class)
  void columnsThatItLacksAreAddedAllOrNone(LoadTarget.Kind kind) {
    RowSchema<More> schema = RowSchema.of(More.class);
    try (LoadTarget target = new LoadTarget(kind)) {
      LiveTables tables = target.tables();
      tables.run(TABLE, List.of(ddl(kind, RowSchema.of(Few.class)).create()));
      TableDdl ddl = ddl(kind, schema);
      TableDiff lacking = tables.diff(ddl, schema);
      List<String> broken = new ArrayList<>(lacking.add());
      broken.add("ALTER TABLE \"nowhere\" ADD COLUMN \"a\" integer");

      assertThatThrownBy(() -> tables.run(TABLE, broken)).isInstanceOf(LoadException.class);
      TableDiff untouched = tables.diff(ddl, schema);
      tables.run(TABLE, lacking.add());

      assertThat(lacking.add())
          .containsExactly("ALTER TABLE \"typed\" ADD COLUMN \"pieces\" integer");
      assertThat(lacking.mismatches())
          .containsExactly(
              "column pieces: expected it in the table, found no such column among text; rename it in the pipeline, or add it to the table");
      assertThat(untouched).isEqualTo(lacking);
      assertThat(tables.diff(ddl, schema).fits()).isTrue();
    }
  }

  private static TableDdl ddl(LoadTarget.Kind kind, RowSchema<?> schema) {
    return TableDdl.of(
        kind.isRedshift() ? SqlDialect.REDSHIFT : SqlDialect.POSTGRESQL, TABLE, schema);
  }
}
