package dev.ingest.page;

import dev.ingest.page.PageTable.Row;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.proposal.CompiledSource;
import dev.ingest.row.Policies;
import dev.ingest.row.RowSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of {@code docs/java-and-files.md}, and what their Java makes, row by row. */
final class JavaAndFiles {

  private static final Path PAGE = Path.of("../docs/java-and-files.md");

  static final List<Row> COLUMNS = PageTable.rows(PAGE, "columns");
  static final List<Row> POLICIES = PageTable.rows(PAGE, "policies");
  static final List<Row> PLANS = PageTable.rows(PAGE, "plans");
  static final List<Row> PIPELINES = PageTable.rows(PAGE, "pipelines");

  private static final String HEAD =
      """
      import dev.ingest.decode.*;
      import dev.ingest.format.*;
      import dev.ingest.load.*;
      import dev.ingest.pipeline.Pipeline;
      import dev.ingest.pipeline.RejectBudget;
      import dev.ingest.row.*;
      import dev.ingest.workbook.*;
      import java.io.OutputStream;
      import java.math.BigDecimal;
      import java.math.BigInteger;
      import java.math.RoundingMode;
      import java.time.*;
      import java.util.List;
      import java.util.Locale;
      import java.util.function.UnaryOperator;
      import java.util.regex.Pattern;
      import org.jspecify.annotations.Nullable;

      public final class Page {

        static final RowSchema<DynamicRow> schema =
            RowSchema.builder()
                .column("id", String.class, c -> c.at("A"))
                .column("size", Integer.class, c -> c.at("B").nullable())
                .column("day", LocalDate.class, c -> c.at("C"))
                .build();

        record OwnFormat() implements RowFormat {
          public String extension() { return "own"; }
          public String contentType() { return "own"; }
          public <R> RowWriter<R> open(RowSchema<R> rows, OutputStream out) {
            throw new IllegalStateException();
          }
        }

        static RowSchema<DynamicRow> with(Policies policies) {
          return schema.withPolicies(policies);
        }

        static Pipeline<DynamicRow> with(LoadPlan plan) {
          return Pipeline.of("page", schema, plan).build();
        }

        static Pipeline<DynamicRow> with(
            UnaryOperator<Pipeline.Builder<DynamicRow>> words) {
          return words.apply(
              Pipeline.of("page", schema, LoadPlan.into(TableName.parse("t")).append())).build();
        }
      """;

  private static final String SOURCE =
      HEAD
          + records()
          + method("annotated", lines(COLUMNS, "RowSchema.of(Row%s.class)"))
          + method(
              "built",
              COLUMNS.stream()
                  .map(
                      row ->
                          "RowSchema.builder().column(\"value\", %s.class, c -> %s).build()"
                              .formatted(row.code(0), row.code(2)))
                  .collect(Collectors.joining(",\n")))
          + method("policies", java(POLICIES, "with(%s)"))
          + method("plans", java(PLANS, "with(%s)"))
          + method("pipelines", java(PIPELINES, "with(p -> %s)"))
          + "}\n";

  private JavaAndFiles() {}

  private static String records() {
    return IntStream.range(0, COLUMNS.size())
        .mapToObj(
            i ->
                "  public record Row%s(%s %s value) {}\n"
                    .formatted(i, COLUMNS.get(i).code(1), COLUMNS.get(i).code(0)))
        .collect(Collectors.joining());
  }

  private static String lines(List<Row> rows, String form) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> form.formatted(i))
        .collect(Collectors.joining(",\n"));
  }

  private static String java(List<Row> rows, String form) {
    return rows.stream().map(row -> form.formatted(row.code(0))).collect(Collectors.joining(",\n"));
  }

  private static String method(String name, String items) {
    return "  public static List<?> " + name + "() {\n    return List.of(\n" + items + ");\n  }\n";
  }

  /** Returns the schemas of the annotated records. */
  static List<RowSchema<?>> annotated() {
    return made("annotated");
  }

  /** Returns the schemas of the builders of columns. */
  static List<RowSchema<?>> built() {
    return made("built");
  }

  /** Returns the schemas with {@link Policies}. */
  static List<RowSchema<?>> policies() {
    return made("policies");
  }

  /** Returns the pipelines with plans. */
  static List<Pipeline<?>> plans() {
    return made("plans");
  }

  /** Returns the pipelines. */
  static List<Pipeline<?>> pipelines() {
    return made("pipelines");
  }

  @SuppressWarnings("unchecked") // the source above says what its methods return
  private static <T> List<T> made(String method) {
    return (List<T>) CompiledSource.call("Page", SOURCE, method);
  }

  /** Returns the file whose only column is that of a row. */
  static String columnFile(Row row) {
    return file("columns: [{ name: value, " + row.code(3) + " }]\n", "");
  }

  /** Returns the file with what a row says beside its columns. */
  static String file(Row row) {
    return file(
        """
        columns:
          - { name: id, type: text, at: A }
          - { name: size, type: integer, at: B, nullable: true }
          - { name: day, type: date, at: C }
        """,
        row.code(1) + "\n");
  }

  private static String file(String columns, String more) {
    String load = more.startsWith("load:") ? "" : "load: { table: t, append: true }\n";
    return "name: page\n" + columns + more + load;
  }

  /** Returns a pipeline of dynamic rows that says nothing but its columns. */
  static String plainFile() {
    return file(
        """
        columns:
          - { name: id, type: text, at: A }
          - { name: size, type: integer, at: B, nullable: true }
          - { name: day, type: date, at: C }
        """,
        "");
  }

  /** Returns whether a row is of code, which a file cannot hold. */
  static boolean isCode(Row row) {
    return row.cells().get(1).equals("(code)");
  }
}
