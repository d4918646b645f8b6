package dev.ingest.decode;

import dev.ingest.testkit.contract.DecoderLaws;
import dev.ingest.testkit.workbook.Cells;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.ExcelError;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Every decoder of the catalogue keeps the laws, alone and composed. */
class CatalogueProperties extends DecoderLaws {

  private static final NumberPattern GERMAN = NumberPattern.of(Locale.GERMANY);

  @Override
  protected List<CellDecoder<?>> decoders() {
    List<CellDecoder<?>> all = new ArrayList<>(CellDecoders.catalogue());
    all.add(CellDecoders.instants(ZoneId.of("Europe/Berlin")));
    all.add(CellDecoders.enums(DayOfWeek.class));
    all.add(CellDecoders.integers().withPattern(GERMAN));
    all.add(CellDecoders.doubles().withPattern(GERMAN.percent()));
    all.add(CellDecoders.decimals().withPattern(GERMAN.currency("EUR")));
    all.add(
        CellDecoders.decimals(new DecimalSize(5, 1, RoundingMode.HALF_EVEN)).withPattern(GERMAN));
    all.add(CellDecoders.dates().withPattern("dd.MM.yyyy", "yyyy/MM/dd").truncatingTime());
    all.add(CellDecoders.dates().withDayOrder(DayOrder.BY_WITNESS));
    all.add(CellDecoders.dateTimes().withDayOrder(DayOrder.MONTH_FIRST));
    all.add(CellDecoders.times().withPattern(Locale.ENGLISH, "h:mm a"));
    all.add(CellDecoders.booleans().withTokens(List.of("ja", "1"), List.of("nein", "0")));
    all.add(CellDecoders.text().withMaxLength(3, LengthUnit.UTF8_BYTES));
    all.add(CellDecoders.text().map(UUID::fromString, "a UUID"));
    all.add(CellDecoders.integers().map(Year::of));
    all.add(CellDecoders.dates().<Object>map(day -> day).or(CellDecoders.doubles()));
    all.add(CellDecoders.doubles().absentWhen("n/a", "-").lenient());
    all.add(
        CellDecoders.longs()
            .onError(ExcelError.NA, CellErrorPolicy.NULL)
            .onError(ExcelError.REF, CellErrorPolicy.FAIL_FILE)
            .lenient());
    return all;
  }

  @Override
  protected List<Cell> more() {
    return List.of(Cells.text("1.234,50 €"), Cells.text("7:00 PM"), Cells.text("1".repeat(400)));
  }
}
