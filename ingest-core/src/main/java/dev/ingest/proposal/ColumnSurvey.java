package dev.ingest.proposal;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.ExcelError;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all cells of one column hold, in counts and first addresses, never in values: a column takes
 * little memory however long it is. Not thread-safe.
 */
final class ColumnSurvey {

  private final ColumnPlace place;
  private final String header;
  private final Sightings blank;
  private final Sightings numbers;
  private final Sightings logicals;
  private final Sightings uncalculated;
  private final Map<ExcelError, Sightings> errors = new EnumMap<>(ExcelError.class);
  private final NumberSurvey numberSurvey;
  private final DateSurvey dates;
  private final TextSurvey texts;

  ColumnSurvey(ColumnPlace place, String header) {
    this.place = place;
    this.header = header;
    this.blank = new Sightings(place);
    this.numbers = new Sightings(place);
    this.logicals = new Sightings(place);
    this.uncalculated = new Sightings(place);
    this.numberSurvey = new NumberSurvey(place);
    this.dates = new DateSurvey(place);
    this.texts = new TextSurvey(place);
  }

  /** Looks at the column's cell in a row that is not blank. */
  void look(Cell cell, int row) {
    if (cell.isBlank()) {
      blank.see(row);
      return;
    }
    switch (cell.kind()) {
      case NUMBER -> {
        numbers.see(row);
        numberSurvey.look(cell.number(), row);
        dates.lookBare(cell, row);
      }
      case DATE -> dates.look(cell, row);
      case TEXT -> texts.look(cell, row);
      case LOGICAL -> logicals.see(row);
      case ERROR -> errors.computeIfAbsent(cell.error(), error -> new Sightings(place)).see(row);
      case UNCALCULATED -> uncalculated.see(row);
      case BLANK -> blank.see(row);
    }
  }

  ColumnPlace place() {
    return place;
  }

  /** Returns the header as the sheet has it. */
  String header() {
    return header;
  }

  Sightings blank() {
    return blank;
  }

  /** Returns the cells that hold numbers under no date format. */
  Sightings numbers() {
    return numbers;
  }

  Sightings logicals() {
    return logicals;
  }

  Sightings uncalculated() {
    return uncalculated;
  }

  Map<ExcelError, Sightings> errors() {
    return errors;
  }

  NumberSurvey numberSurvey() {
    return numberSurvey;
  }

  DateSurvey dates() {
    return dates;
  }

  TextSurvey texts() {
    return texts;
  }

  /** Returns how many cells hold a value: no blanks, words for absence, errors, lost formulas. */
  long values() {
    return together(List.of(numbers, logicals, dates.all(), texts.values())).count();
  }

  Sightings together(List<Sightings> parts) {
    return Sightings.together(place, parts);
  }
}
