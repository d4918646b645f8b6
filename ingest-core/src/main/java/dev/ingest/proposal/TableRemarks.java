package dev.ingest.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What there is to say of a table as a whole. */
record TableRemarks(SheetSurvey survey, List<ProposedColumn> columns) {

  private static final int MOST = 3;

  /** Returns the remarks: columns without a header, possible keys. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    survey.headless().forEach((column, seen) -> all.add(headless(column, seen)));
    keys(all);
    return all;
  }

  private static String headless(int column, Sightings seen) {
    String letters = new ColumnPlace("", column).letters();
    return ("Column %s is left out: it holds something in %s, %s, and has no header; to read it, add"
            + " - { name: column_%s, type: text, at: %s, nullable: true }")
        .formatted(
            letters,
            Phrases.rows(seen.count()),
            seen.example(),
            letters.toLowerCase(Locale.ROOT),
            letters);
  }

  private void keys(List<String> all) {
    KeySearch search = survey.keys();
    List<List<Integer>> keys =
        search.keys().stream().filter(key -> key.stream().allMatch(this::isKey)).toList();
    if (!keys.isEmpty()) {
      String rows = search.rows() < survey.rows() ? "first " + search.rows() : search.rows() + "";
      all.add(
          keys.stream()
              .limit(MOST)
              .map(this::names)
              .collect(
                  Collectors.joining(
                      ", or the same ",
                      "No two of the " + rows + " rows have the same ",
                      ": a key, perhaps")));
    }
  }

  private boolean isKey(int column) {
    ProposedColumn proposed = columns.get(column);
    return proposed.type().tellsRowsApart() && !proposed.nullable();
  }

  private String names(List<Integer> key) {
    return key.stream().map(at -> columns.get(at).name()).collect(Collectors.joining(" and "));
  }

  /** Returns what could be asked of the table. */
  List<ProposedRule> limits() {
    Sightings hidden = survey.hidden();
    return hidden.any()
        ? List.of(
            new ProposedRule(
                "hiddenRows: skip",
                "HiddenRows.SKIP",
                List.of(),
                "%s of %s hidden, %s; such rows are read like the others"
                    .formatted(hidden.count(), Phrases.rows(survey.rows()), hidden.example())))
        : List.of();
  }
}
