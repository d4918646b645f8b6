package dev.ingest.proposal;

import dev.ingest.decode.LengthUnit;
import dev.ingest.decode.Texts;
import dev.ingest.workbook.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the texts of a column are, and what they could be read as. Not thread-safe. */
final class TextSurvey {

  private final ColumnPlace place;
  private final Sightings values;
  private final Sightings wordy;
  private final Sightings leadingZeros;
  private final Map<String, Sightings> absences = new TreeMap<>();
  private final SmallSet set = new SmallSet();
  private final BooleanWords booleans;
  private final FormTrials numbers;
  private final FormTrials dates;
  private final FormTrials times;
  private final FormTrials durations;
  private int longest;
  private int longestAt = 1;

  TextSurvey(ColumnPlace place) {
    this.place = place;
    this.values = new Sightings(place);
    this.wordy = new Sightings(place);
    this.leadingZeros = new Sightings(place);
    this.booleans = new BooleanWords(place);
    this.numbers = new FormTrials(WrittenNumbers.all(), place);
    this.dates = new FormTrials(WrittenDates.all(), place);
    this.times = new FormTrials(WrittenLengths.times(), place);
    this.durations = new FormTrials(WrittenLengths.durations(), place);
  }

  /** Looks at a text cell that is not blank. */
  void look(Cell cell, int row) {
    String text = Texts.trim(cell.text());
    int length = LengthUnit.CHARACTERS.lengthOf(text);
    if (length > longest) {
      longest = length;
      longestAt = row;
    }
    set.look(text);
    if (Absences.contains(text)) {
      absences.computeIfAbsent(text, word -> new Sightings(place)).see(row);
    } else {
      value(cell, text, row);
    }
  }

  private void value(Cell cell, String text, int row) {
    values.see(row);
    booleans.look(text, row);
    if (!hasDigit(text)) {
      wordy.see(row);
      return;
    }
    if (hasLeadingZero(text)) {
      leadingZeros.see(row);
    }
    numbers.look(cell, row);
    dates.look(cell, row);
    times.look(cell, row);
    durations.look(cell, row);
  }

  /** All forms need one: what has none is told apart quickly. */
  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** 007 is a name, not a number: read as 7 it could not be told from another 7. */
  private static boolean hasLeadingZero(String text) {
    int first = text.charAt(0) == '-' ? 1 : 0;
    return text.length() > first + 1
        && text.charAt(first) == '0'
        && Character.isDigit(text.charAt(first + 1));
  }

  /** Returns the texts that are values, words for absence left out. */
  Sightings values() {
    return values;
  }

  /** Returns the words for absence, as they are written. */
  Map<String, Sightings> absences() {
    return absences;
  }

  /** Returns all cells that hold such a word. */
  Sightings absent() {
    return Sightings.together(place, absences.values());
  }

  /** Returns the texts that are values, and that a form does not take. */
  Sightings refusedBy(FormTrial trial) {
    return together(List.of(wordy, trial.refused()));
  }

  private Sightings together(Collection<Sightings> parts) {
    return Sightings.together(place, new ArrayList<>(parts));
  }

  Sightings leadingZeros() {
    return leadingZeros;
  }

  SmallSet set() {
    return set;
  }

  BooleanWords booleans() {
    return booleans;
  }

  FormTrials numbers() {
    return numbers;
  }

  FormTrials dates() {
    return dates;
  }

  FormTrials times() {
    return times;
  }

  FormTrials durations() {
    return durations;
  }

  /** Returns the length of the longest text, in characters. */
  int longest() {
    return longest;
  }

  /** Returns the cell that holds it. */
  String longestCell() {
    return place.at(longestAt).toString();
  }
}
