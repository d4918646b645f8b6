package dev.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.DecimalSize;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.TableColumn.Fill;
import dev.ingest.load.TableColumn.Kind;
import dev.ingest.load.TableColumn.Size;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.RowSchema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a schema and a table before a row is written. */
class TableFitTest {

  private static final TableName SALES = TableName.parse("sales");

  @Test
  void allMismatchesAreNamedAtOnce() {
    RowSchema<?> schema =
        RowSchema.builder()
            .column("city", String.class, column -> column)
            .column("amount", Double.class, column -> column)
            .column("day", String.class, column -> column)
            .column("id", Long.class, column -> column)
            .build();
    TableShape table =
        new TableShape(
            SALES,
            List.of(
                new TableColumn("id", "bigint", Kind.BIG, false, Fill.ALWAYS, null),
                column("City", Kind.TEXT, null),
                column("day", Kind.DATE, null),
                column("amount", Kind.INTEGER, null),
                new TableColumn("source", "text", Kind.TEXT, false, Fill.NONE, null),
                new TableColumn("at", "timestamp", Kind.TIMESTAMP, false, Fill.DEFAULT, null)));

    assertThatThrownBy(() -> TableFit.of(table, schema).check())
        .isInstanceOf(LoadException.class)
        .hasMessage(
            """
            table sales: expected columns as the pipeline has them, found 5 that differ; nothing was changed
            column city: expected it in the table, found no such column among id, City, day, amount, source, at; rename it in the pipeline, or add it to the table
            column amount: expected a type that takes float, found integer; change the type in the pipeline, or in the table
            column day: expected a type that takes text, found date; change the type in the pipeline, or in the table
            column id: expected a column that takes values, found one that the database fills; leave it out of the pipeline
            column source: expected a column of the file, or a default, found NOT NULL without either; add it to the pipeline, or give it a default""");
  }

  @Test
  void whatMayRefuseARowIsAWarning() {
    RowSchema<?> schema =
        RowSchema.builder()
            .column("a", String.class, column -> column.nullable())
            .column("b", String.class, column -> column.maxLength(20, LengthUnit.CHARACTERS))
            .column("c", BigDecimal.class, column -> column.decimal(DecimalSize.of(12, 2)))
            .column("d", Double.class, column -> column)
            .column("e", Long.class, column -> column)
            .build();
    TableShape table =
        new TableShape(
            SALES,
            List.of(
                new TableColumn("a", "text", Kind.TEXT, false, Fill.NONE, null),
                column("b", Kind.TEXT, new Size.Length(79, LengthUnit.UTF8_BYTES)),
                column("c", Kind.DECIMAL, new Size.Digits(11, 2)),
                column("d", Kind.DECIMAL, new Size.Digits(9, 2)),
                column("e", Kind.INTEGER, null)));

    TableFit fit = TableFit.of(table, schema);

    assertThat(fit.mismatches()).isEmpty();
    assertThat(fit.warnings())
        .containsExactly(
            "column a: expected a column that takes null, found NOT NULL; rows without a value will be refused",
            "column b: expected room for 20 characters, found text for 79 bytes of UTF-8; rows with longer texts will be refused",
            "column c: expected room for numeric(12,2), found decimal; further digits behind the point will be rounded off, greater numbers refused",
            "column d: expected digits as the pipeline takes them, any, found decimal; further digits behind the point will be rounded off, greater numbers refused",
            "column e: expected a type that takes each big, found integer; rows with greater numbers will be refused");
  }

  @Test
  void limitsThatFitAreNotTold() {
    RowSchema<?> schema =
        RowSchema.builder()
            .column("a", String.class, column -> column.maxLength(20, LengthUnit.CHARACTERS))
            .column("b", String.class, column -> column.maxLength(20, LengthUnit.UTF8_BYTES))
            .column("c", BigDecimal.class, column -> column.decimal(DecimalSize.of(10, 2)))
            .column("d", Integer.class, column -> column)
            .column("e", String.class, column -> column)
            .build();
    TableShape table =
        new TableShape(
            SALES,
            List.of(
                column("a", Kind.TEXT, new Size.Length(80, LengthUnit.UTF8_BYTES)),
                column("b", Kind.TEXT, new Size.Length(20, LengthUnit.CHARACTERS)),
                column("c", Kind.DECIMAL, new Size.Digits(12, 4)),
                column("d", Kind.DECIMAL, new Size.Digits(12, 0)),
                column("e", Kind.TEXT, new Size.Length(5, LengthUnit.CHARACTERS))));

    TableFit fit = TableFit.of(table, schema);

    assertThat(fit).isEqualTo(new TableFit(SALES, List.of(), List.of()));
    fit.check();
  }

  /** Each type of a schema, and the kinds of columns that take it. */
  @Test
  void kinds() {
    assertThat(takenBy(String.class)).containsExactly(Kind.TEXT, Kind.OTHER);
    assertThat(takenBy(Integer.class))
        .containsExactly(
            Kind.TEXT, Kind.SMALL, Kind.INTEGER, Kind.BIG, Kind.DECIMAL, Kind.FLOAT, Kind.OTHER);
    assertThat(takenBy(Double.class))
        .containsExactly(Kind.TEXT, Kind.DECIMAL, Kind.FLOAT, Kind.OTHER);
    assertThat(takenBy(BigDecimal.class))
        .containsExactly(Kind.TEXT, Kind.DECIMAL, Kind.FLOAT, Kind.OTHER);
    assertThat(takenBy(Boolean.class)).containsExactly(Kind.TEXT, Kind.BOOLEAN, Kind.OTHER);
    assertThat(takenBy(LocalDate.class))
        .containsExactly(Kind.TEXT, Kind.DATE, Kind.TIMESTAMP, Kind.MOMENT, Kind.OTHER);
    assertThat(takenBy(LocalTime.class)).containsExactly(Kind.TEXT, Kind.TIME, Kind.OTHER);
    assertThat(takenBy(LocalDateTime.class))
        .containsExactly(Kind.TEXT, Kind.TIMESTAMP, Kind.MOMENT, Kind.OTHER);
    assertThat(takenBy(Instant.class, column -> column.zone(ZoneOffset.UTC)))
        .containsExactly(Kind.TEXT, Kind.TIMESTAMP, Kind.MOMENT, Kind.OTHER);
    assertThat(takenBy(Duration.class)).containsExactly(Kind.TEXT, Kind.DURATION, Kind.OTHER);
  }

  private static List<Kind> takenBy(Class<?> type) {
    return takenBy(type, column -> column);
  }

  private static <T> List<Kind> takenBy(Class<T> type, UnaryOperator<ColumnBuilder<T>> described) {
    RowSchema<?> schema = RowSchema.builder().column("a", type, described).build();
    List<Kind> kinds = new ArrayList<>(Arrays.asList(Kind.values()));
    kinds.removeIf(
        kind ->
            !TableFit.of(new TableShape(SALES, List.of(column("a", kind, null))), schema)
                .mismatches()
                .isEmpty());
    return kinds;
  }

  private static TableColumn column(String name, Kind kind, @Nullable Size size) {
    return new TableColumn(name, kind.name().toLowerCase(Locale.ROOT), kind, true, Fill.NONE, size);
  }
}
