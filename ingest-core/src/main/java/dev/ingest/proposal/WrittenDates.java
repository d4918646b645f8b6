package dev.ingest.proposal;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DayOrder;
import dev.ingest.workbook.Cell;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates, with a time of day or without, as ISO 8601 writes them or in numbers of an order. */
record WrittenDates(@Nullable DayOrder order, CellDecoder<LocalDateTime> decoder)
    implements WrittenForm {

  private static final WrittenForm ISO = new WrittenDates(null, CellDecoders.dateTimes());
  private static final WrittenForm DAY_FIRST = ordered(DayOrder.DAY_FIRST);
  private static final WrittenForm MONTH_FIRST = ordered(DayOrder.MONTH_FIRST);

  /** Returns the forms, the simplest first; those with patterns remember which they met. */
  static List<WrittenForm> all() {
    return List.of(
        ISO,
        DAY_FIRST,
        MONTH_FIRST,
        PatternDates.of("", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"),
        PatternDates.of("", "yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm"),
        PatternDates.of("", "yyyy.MM.dd"),
        PatternDates.of("en", "d MMM yyyy", "d-MMM-yyyy", "d MMMM yyyy"),
        PatternDates.of("en", "MMM d, yyyy", "MMMM d, yyyy"),
        PatternDates.of("de", "d. MMMM yyyy"));
  }

  private static WrittenForm ordered(DayOrder order) {
    return new WrittenDates(order, CellDecoders.dateTimes().withDayOrder(order));
  }

  @Override
  public @Nullable LocalDateTime read(Cell cell) {
    return decoded(decoder, cell);
  }

  static <T> @Nullable T decoded(CellDecoder<T> decoder, Cell cell) {
    try {
      return decoder.decode(cell);
    } catch (CellDecodeException other) {
      return null;
    }
  }

  @Override
  public Optional<ProposedRule> rule(String evidence) {
    return Optional.ofNullable(order).map(by -> ProposedRule.numericDates(by, evidence));
  }
}
