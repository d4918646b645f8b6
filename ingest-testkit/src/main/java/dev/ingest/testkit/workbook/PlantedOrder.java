package dev.ingest.testkit.workbook;

import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.AtLeast;
import dev.ingest.row.AtMost;
import dev.ingest.row.Decimal;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.Matches;
import dev.ingest.row.MaxLength;
import dev.ingest.row.NumericDates;
import dev.ingest.row.OneOf;
import dev.ingest.row.Policies;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Zone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link PlantedMistakes}: a column of each type, and rules that can be broken.
 *
 * @param id text of a form
 * @param city one of two
 * @param note short text
 * @param pieces a small whole number
 * @param weight any number, or none
 * @param amount an exact number
 * @param currency a type with a decoder of its own
 * @param day a date from 2020 on
 * @param due a date in one order of day and month, not before the day
 * @param paid a flag
 * @param at a time of day
 * @param took a duration
 * @param colour a name of an enum
 * @param moment a date and time in Berlin
 */
public record PlantedOrder(
    @Matches("[A-Z]{2}-[0-9]{3}") String id,
    @OneOf({"Paris", "Rome"}) String city,
    @MaxLength(value = 6, unit = LengthUnit.UTF8_BYTES) String note,
    @AtLeast("1") @AtMost("100") int pieces,
    @Nullable Double weight,
    @Decimal(precision = 5, scale = 2) BigDecimal amount,
    Currency currency,
    @AtLeast("2020-01-01") LocalDate day,
    @NumericDates(DayOrder.BY_WITNESS) LocalDate due,
    boolean paid,
    LocalTime at,
    Duration took,
    Colour colour,
    @Zone("Europe/Berlin") Instant moment) {

  /** Refuses what is due too early. */
  public PlantedOrder {
    if (due.isBefore(day)) {
      throw new IllegalArgumentException("it is due before it is ordered");
    }
  }

  /** What may stand in the column of the same name. */
  public enum Colour {
    /** One of two. */
    RED,
    /** The other. */
    BLUE
  }

  /** Returns the pipeline that reads them, and rejects hidden rows and a second row of one id. */
  public static Pipeline<PlantedOrder> pipeline() {
    return Pipeline.of("orders", schema(), LoadPlan.into(TableName.parse("orders")).append())
        .rule(RowRule.uniqueKey(DuplicateRows.REJECT, "id"))
        .build();
  }

  private static RowSchema<PlantedOrder> schema() {
    DecoderRegistry decoders =
        DecoderRegistry.standard()
            .with(Currency.class, CellDecoders.text().map(PlantedOrder::currency, "a currency"));
    return RowSchema.of(PlantedOrder.class, decoders)
        .withPolicies(Policies.strict().with(HiddenRows.REJECT));
  }

  /** The reason of the JDK differs by its version. */
  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("no ISO 4217 code", none);
    }
  }
}
