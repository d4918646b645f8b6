package dev.ingest.explain;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.AtLeast;
import dev.ingest.row.Column;
import dev.ingest.row.DatesAsText;
import dev.ingest.row.FillMerged;
import dev.ingest.row.Lenient;
import dev.ingest.row.MaxLength;
import dev.ingest.row.NullTokens;
import dev.ingest.row.NumbersAsText;
import dev.ingest.row.OnCellError;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.testkit.workbook.WorkbookParts;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.SheetSelector;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A workbook with cells of every kind, and the pipeline that reads it. */
final class SalesWorkbook {

  /** A sale. */
  record Sale(
      @FillMerged String city,
      @Column(header = "Customer", aliases = "customer no.") int customer,
      @NullTokens({"n/a", "-"})
          @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
          @AtLeast("0")
          @NumbersAsText(locale = "de-DE")
          @Nullable BigDecimal amount,
      @DatesAsText({"dd.MM.yyyy", "d/M/uuuu"}) LocalDate day,
      @Lenient @MaxLength(5) @Nullable String note) {}

  static final Pipeline<Sale> SALES =
      Pipeline.of(
              "sales", RowSchema.of(Sale.class), LoadPlan.into(TableName.parse("sales")).append())
          .sheet(SheetSelector.named("data"))
          .filter(RowFilter.sameAsFirst("day"))
          .rule(RowRule.skip("totals", "city", "Total.*"))
          .build();

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  private SalesWorkbook() {}

  static byte[] bytes() {
    return WorkbookBuilder.workbook()
        .sheet("data")
        .row("Sales of February")
        .row("city", " customer", "amount", "day", "note", "extra")
        .row("Paris", 17, 12.5, DAY, "tea", 1)
        .row(null, 18.5, "1.234,5", "01.02.2020", "much too long", null)
        .row("Rome", "A-3", CellError.NA, 43862, "x")
        .row("Rome", 4, CellError.REF, "1 February", true)
        .hiddenRow("Oslo", CellXml.uncalculated("B3*2"), "n/a", DAY.plusDays(1), null)
        .row("Oslo", 6, -3, DAY.atTime(7, 0), null)
        .rowAt(12, "Total", null, 99)
        .row("Lima", null, true, DAY)
        .sheet("Notes", "hidden")
        .row("seen")
        .edit("xl/worksheets/sheet1.xml", WorkbookParts.merged("A3:A4", "E5:F5"))
        .bytes();
  }
}
