package dev.ingest.proposal;

import dev.ingest.workbook.Cell;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How one form did on the texts of a column. Not thread-safe. */
final class FormTrial {

  private final WrittenForm form;
  private final Sightings taken;
  private final Sightings refused;
  private final Sightings timed;
  private final NumberSurvey numbers;
  private boolean open = true;

  FormTrial(WrittenForm form, ColumnPlace place) {
    this.form = form;
    this.taken = new Sightings(place);
    this.refused = new Sightings(place);
    this.timed = new Sightings(place);
    this.numbers = new NumberSurvey(place);
  }

  /** Returns what the text means in this form, or null where it is not written so. */
  @Nullable Object look(Cell cell, int row) {
    Object value = open ? form.read(cell) : null;
    (value == null ? refused : taken).see(row);
    if (value instanceof LocalDateTime at && DateSurvey.hasTime(at)) {
      timed.see(row);
    } else if (value instanceof BigDecimal number) {
      numbers.look(number);
    }
    return value;
  }

  /** Gives the form up if it takes fewer than half of the texts. */
  void closeIfHopeless() {
    open &= taken.count() >= refused.count();
  }

  boolean isOpen() {
    return open;
  }

  WrittenForm form() {
    return form;
  }

  Sightings taken() {
    return taken;
  }

  Sightings refused() {
    return refused;
  }

  /** Returns the dates with a time of day. */
  Sightings timed() {
    return timed;
  }

  NumberSurvey numbers() {
    return numbers;
  }
}
