package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.decode.DayOrder;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.NumericDates;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Every form of the report says how days and months were told apart, and by which cell. */
class DayOrderReportTest {

  record Order(
      @NumericDates(DayOrder.BY_WITNESS) LocalDate due,
      @NumericDates(DayOrder.BY_WITNESS) LocalDate sent,
      @NumericDates(DayOrder.BY_WITNESS) LocalDate paid,
      @NumericDates(DayOrder.BY_WITNESS) LocalDate seen,
      @NumericDates(DayOrder.DAY_FIRST) LocalDate made) {}

  private static final Pipeline<Order> ORDERS =
      Pipeline.of(
              "orders",
              RowSchema.of(Order.class),
              LoadPlan.into(TableName.parse("orders")).append())
          .build();

  private final IngestReport report =
      Ingestion.converting(ORDERS, new OneObject(), "bucket")
          .run(
              Runs.upload(
                  WorkbookBuilder.workbook()
                      .sheet("data")
                      .row("due", "sent", "paid", "seen", "made")
                      .row("3/4/2020", "3/4/2020", "13/4/2020", "4/4/2020", "3/4/2020")
                      .row("13/4/2020", "4/13/2020", "4/13/2020", "5/5/2020", "13/4/2020")
                      .bytes()));

  @Test
  void asText() {
    assertThat(ReportText.of(report).lines().filter(line -> line.startsWith("days")))
        .containsExactly(
            "days      due d/m, by data!A3",
            "days      sent m/d, by data!B3",
            "days      paid undecided: data!C2 has the day first and data!C3 the month first",
            "days      seen undecided: no cell that tells them apart");
  }

  @Test
  void asJson() {
    String json = ReportJson.of(report);

    assertThat(json)
        .contains(
            "\"dayOrders\":{"
                + "\"due\":{\"order\":\"day first\",\"dayFirst\":\"data!A3\"},"
                + "\"sent\":{\"order\":\"month first\",\"monthFirst\":\"data!B3\"},"
                + "\"paid\":{\"dayFirst\":\"data!C2\",\"monthFirst\":\"data!C3\"},"
                + "\"seen\":{}},");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Schemas.report())
                .validate(json, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void asPage() {
    assertThat(ReportHtml.of(report).lines().filter(line -> line.contains("class=\"days\"")))
        .containsExactly(
            "<p class=\"days\">Day and month in <bdi>due</bdi>: d/m, by data!A3</p>",
            "<p class=\"days\">Day and month in <bdi>sent</bdi>: m/d, by data!B3</p>",
            "<p class=\"days\">Day and month in <bdi>paid</bdi>: undecided: data!C2 has the day"
                + " first and data!C3 the month first</p>",
            "<p class=\"days\">Day and month in <bdi>seen</bdi>: undecided: no cell that tells"
                + " them apart</p>");
  }

  @Test
  void columnsWithADeclaredOrderAreNotListed() {
    assertThat(report.dayOrders()).containsOnlyKeys("due", "sent", "paid", "seen");
    assertThat(
            ReportJson.of(
                Ingestion.converting(Runs.SALES, new OneObject(), "bucket")
                    .run(Runs.upload(Runs.good().bytes()))))
        .doesNotContain("dayOrders");
  }
}
