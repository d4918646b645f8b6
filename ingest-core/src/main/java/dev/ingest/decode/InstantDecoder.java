package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date with time in a declared zone. ISO 8601 text with an offset is taken as it stands. A time
 * that the zone's clocks skip, or show twice, is refused ({@code TIME_NOT_IN_ZONE}).
 */
record InstantDecoder(ZoneId zone, CellDecoder<LocalDateTime> inner)
    implements CatalogueDecoder<Instant> {

  @Override
  public Instant decode(Cell cell) throws CellDecodeException {
    OffsetDateTime whole = cell.kind() == CellKind.TEXT ? withOffset(cell) : null;
    return whole == null ? local(cell) : whole.toInstant();
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = new ArrayList<>();
    if (cell.kind() == CellKind.TEXT) {
      OffsetDateTime whole = withOffset(cell);
      steps.add(DecodeStep.tried("ISO 8601 with offset", cell, whole));
    }
    if (steps.isEmpty() || !steps.get(0).isDecisive()) {
      steps.addAll(inner.steps(cell));
    }
    DecodeOutcome before = DecodeStep.last(steps);
    return before instanceof DecodeOutcome.Value value
        ? DecodeStep.and(
            steps,
            new DecodeStep("moment in " + zone, value.toString(), DecodeOutcome.of(this, cell)))
        : List.copyOf(steps);
  }

  private static @Nullable OffsetDateTime withOffset(Cell cell) {
    return IsoTexts.parse(
        Texts.trim(cell.text()), DateTimeFormatter.ISO_OFFSET_DATE_TIME, OffsetDateTime::from);
  }

  private Instant local(Cell cell) throws CellDecodeException {
    LocalDateTime at = inner.decode(cell);
    if (at == null) {
      throw new IllegalStateException("a date of the catalogue is never null");
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
    if (offsets.size() != 1) {
      throw new CellDecodeException(
          ProblemCode.TIME_NOT_IN_ZONE,
          "a time that the clocks of " + zone + " show once",
          at + (offsets.isEmpty() ? ", which they skip" : ", which they show twice"),
          "enter it as text with its offset, like 2020-02-01T19:00+01:00");
    }
    return at.toInstant(offsets.get(0));
  }

  @Override
  public String expected() {
    return inner.expected();
  }

  @Override
  public String toString() {
    return inner + " in " + zone;
  }
}
