package dev.ingest.proposal;

import dev.ingest.workbook.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forms of one kind of value, tried side by side on the texts of a column. Where two forms read one
 * text as two values, one is chosen only if it has a witness, a text that the other cannot read,
 * and the other has none: 13/4/2020 has a meaning with the day first only. A form that takes fewer
 * than half of the first {@value #ENOUGH} texts is not tried on. Not thread-safe.
 */
final class FormTrials {

  private static final int ENOUGH = 1000;

  /**
   * What came out.
   *
   * @param best the form that takes the most, the simplest of several
   * @param rivals those that contradict it and do as well, or have a witness of their own
   * @param witness the cell that decided against one that contradicts it; empty where none does
   */
  record Outcome(FormTrial best, List<FormTrial> rivals, String witness) {

    boolean isCertain() {
      return rivals.isEmpty();
    }

    /** Returns the best, and those that could be meant as well. */
    List<FormTrial> all() {
      List<FormTrial> all = new ArrayList<>(List.of(best));
      all.addAll(rivals);
      return all;
    }

    /** Returns the rule that a form needs, if it needs one, with its evidence. */
    List<ProposedRule> rule(FormTrial trial) {
      String rows = Phrases.seen(trial.taken());
      String decided = witness.isEmpty() ? "" : "; " + witness + " can be read in no other way";
      return trial.form().rule(rows + (isCertain() ? decided : "")).stream().toList();
    }
  }

  private final List<FormTrial> trials = new ArrayList<>();
  private final boolean[][] contradicts;
  private final int[][] witness;
  private final ColumnPlace place;
  private long looked;

  FormTrials(List<WrittenForm> forms, ColumnPlace place) {
    forms.forEach(form -> trials.add(new FormTrial(form, place)));
    contradicts = new boolean[forms.size()][forms.size()];
    witness = new int[forms.size()][forms.size()];
    this.place = place;
  }

  void look(Cell cell, int row) {
    @Nullable Object[] values = new @Nullable Object[trials.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = trials.get(i).look(cell, row);
    }
    compare(values, row);
    if (++looked == ENOUGH) {
      trials.forEach(FormTrial::closeIfHopeless);
    }
  }

  private void compare(@Nullable Object[] values, int row) {
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; values[i] != null && j < values.length; j++) {
        if (values[j] == null) {
          witness[i][j] = witness[i][j] == 0 ? row : witness[i][j];
        } else if (!sameValue(values[i], values[j])) {
          contradicts[i][j] = true;
        }
      }
    }
  }

  private static boolean sameValue(@Nullable Object one, @Nullable Object other) {
    return one instanceof BigDecimal number && other instanceof BigDecimal second
        ? number.compareTo(second) == 0
        : Objects.equals(one, other);
  }

  /** Returns what came out; empty where no form takes any text. */
  Optional<Outcome> outcome() {
    return trials.stream()
        .filter(trial -> trial.isOpen() && trial.taken().any())
        .max(
            Comparator.comparingLong((FormTrial trial) -> trial.taken().count())
                .thenComparing(trials::indexOf, Comparator.reverseOrder()))
        .map(best -> new Outcome(best, rivals(best), witness(best)));
  }

  private List<FormTrial> rivals(FormTrial best) {
    int at = trials.indexOf(best);
    List<FormTrial> rivals = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      boolean asGood = trials.get(i).taken().count() == best.taken().count();
      if (contradicts[i][at] && (witness[i][at] > 0 || asGood)) {
        rivals.add(trials.get(i));
      }
    }
    return rivals;
  }

  private String witness(FormTrial best) {
    int at = trials.indexOf(best);
    for (int i = 0; i < trials.size(); i++) {
      if (contradicts[i][at] && witness[at][i] > 0) {
        return place.at(witness[at][i]).toString();
      }
    }
    return "";
  }
}
