package dev.ingest.proposal;

import dev.ingest.workbook.ExcelError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What makes nulls in a column: blank cells, words for absence, error values.
 *
 * @param rows how many rows there are
 * @param typed whether the column is anything but text, in which such words are words
 * @param broken the codes of errors that are none
 */
record CellNulls(ColumnSurvey column, long rows, boolean typed, Set<String> broken) {

  /** Returns the rules that the nulls need; none where there are none. */
  List<ProposedRule> rules() {
    Map<ExcelError, Sightings> errors = errors();
    Sightings words = typed ? column.texts().absent() : new Sightings(column.place());
    List<Sightings> parts = new ArrayList<>(errors.values());
    parts.add(column.blank());
    parts.add(words);
    Sightings nulls = column.together(parts);
    List<ProposedRule> rules = new ArrayList<>();
    if (nulls.any()) {
      rules.add(ProposedRule.nullable(nullable(nulls)));
    }
    if (words.any()) {
      rules.add(
          ProposedRule.nullTokens(
              List.copyOf(column.texts().absences().keySet()), Phrases.seen(words)));
    }
    if (!errors.isEmpty()) {
      rules.add(ProposedRule.nullOnError(List.copyOf(errors.keySet()), counts(errors)));
    }
    return rules;
  }

  private Map<ExcelError, Sightings> errors() {
    return column.errors().entrySet().stream()
        .filter(error -> !broken.contains(error.getKey().code()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, TreeMap::new));
  }

  private String nullable(Sightings nulls) {
    Sightings blank = column.blank();
    return blank.count() == nulls.count()
        ? Phrases.in("blank", blank, rows)
        : "no value in "
            + nulls.count()
            + " of "
            + Phrases.rows(rows)
            + (blank.any() ? ", of which " + blank.count() + " blank, " + blank.example() : "");
  }

  private static String counts(Map<ExcelError, Sightings> errors) {
    return errors.entrySet().stream()
        .map(error -> error.getKey().code() + " in " + Phrases.seen(error.getValue()))
        .collect(Collectors.joining("; "));
  }
}
