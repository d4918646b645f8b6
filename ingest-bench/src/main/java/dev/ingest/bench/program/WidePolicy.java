package dev.ingest.bench.program;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.SheetSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The wide table with a rule for nearly each column, a unique key, and all files of a run. */
public final class WidePolicy implements Work {

  private static final String[] CITIES = {
    "London", "Zürich", "São Paulo", "Łódź", "Paris", "New York", "東京", "Oslo"
  };

  /** Reads the workbook named first, writes the CSV named second. */
  public static void main(String[] args) throws IOException {
    new WidePolicy().run(Path.of(args[0]), Path.of(args[1]));
    ProcSelf.print(System.out);
  }

  @Override
  public void run(Path workbook, Path csv) throws IOException {
    Pipeline<WideRow> pipeline =
        Pipeline.of(
                "wide",
                RowSchema.of(WideRow.class, columns()),
                LoadPlan.into(new TableName(null, "wide")).append())
            .sheet(SheetSelector.named("data"))
            .rule(RowRule.skip("totals", "text1", "Total.*"))
            .rule(RowRule.uniqueKey(DuplicateRows.REJECT, "text1"))
            .build();
    PolicyConversion.run(pipeline, workbook, csv);
  }

  /** All forty columns, each with rules of its type; the flags can break none. */
  private static List<ColumnSchema<?>> columns() {
    List<ColumnSchema<?>> all = new ArrayList<>();
    add(all, "text", 1, 5, String.class, c -> c.maxLength(80, LengthUnit.CHARACTERS));
    add(all, "text", 6, 6, String.class, c -> c.oneOf(CITIES));
    add(all, "text", 7, 7, String.class, c -> c.maxLength(80, LengthUnit.UTF8_BYTES));
    add(all, "text", 8, 12, String.class, c -> c.matches("group [0-9]+[.][0-9]+"));
    add(all, "integer", 1, 8, Long.class, c -> c.atLeast(0L).atMost(1_000_000L));
    add(all, "short", 1, 6, Double.class, c -> c.atLeast(0.0).atMost(1000.0));
    add(all, "long", 1, 6, Double.class, c -> c.atLeast(0.0));
    add(all, "gap", 1, 2, Double.class, WidePolicy::withGaps);
    add(all, "date", 1, 4, LocalDate.class, c -> c.atLeast(LocalDate.of(2000, 1, 1)));
    add(all, "flag", 1, 2, Boolean.class, c -> c);
    return all;
  }

  private static ColumnBuilder<Double> withGaps(ColumnBuilder<Double> column) {
    return column
        .nullable()
        .nullTokens("n/a", "-")
        .onError(ExcelError.NA, CellErrorPolicy.NULL)
        .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE)
        .atMost(1.0);
  }

  private static <T> void add(
      List<ColumnSchema<?>> all,
      String name,
      int first,
      int last,
      Class<T> type,
      UnaryOperator<ColumnBuilder<T>> rules) {
    for (int i = first; i <= last; i++) {
      all.add(ColumnSchema.of(name + i, type, rules));
    }
  }
}
