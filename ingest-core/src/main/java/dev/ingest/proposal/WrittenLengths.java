package dev.ingest.proposal;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.workbook.Cell;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times of day, or durations, as ISO 8601 writes them. */
record WrittenLengths<T>(CellDecoder<T> decoder) implements WrittenForm {

  static List<WrittenForm> times() {
    return List.of(new WrittenLengths<>(CellDecoders.times()));
  }

  static List<WrittenForm> durations() {
    return List.of(new WrittenLengths<>(CellDecoders.durations()));
  }

  @Override
  public @Nullable T read(Cell cell) {
    return WrittenDates.decoded(decoder, cell);
  }

  @Override
  public Optional<ProposedRule> rule(String evidence) {
    return Optional.empty();
  }
}
