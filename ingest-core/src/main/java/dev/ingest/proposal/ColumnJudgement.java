package dev.ingest.proposal;

import dev.ingest.naming.NormalName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Concludes what a column is from what was counted. The type is the one that takes the most values,
 * if that is all of them or nine in ten; else the column is text, which takes anything. Errors that
 * say that there is no value make nulls; {@code #REF!} and {@code #NAME?} say that the workbook is
 * broken, and stay problems.
 *
 * @param rows how many rows there are
 * @param allText whether the file has no cells but text
 */
record ColumnJudgement(ColumnSurvey column, long rows, boolean allText) {

  private static final Set<String> BROKEN = Set.of("#REF!", "#NAME?");
  private static final int MOST_TENTHS = 9;

  /** Proposes the column under a name. */
  ProposedColumn propose(String name) {
    List<Fit> fits = fits();
    Fit best = fits.stream().max(Comparator.comparingLong(Fit::taken)).orElse(null);
    TextFit text = new TextFit(column, rows);
    Fit chosen = best != null && isMost(best) ? best : text.fit();
    boolean typed = chosen.type() != ProposedType.TEXT;
    CellNulls nulls = new CellNulls(column, rows, typed, BROKEN);
    List<ProposedRule> rules = new ArrayList<>();
    if (!NormalName.of(name).equals(NormalName.of(column.header()))) {
      rules.add(ProposedRule.header(column.header(), ""));
    }
    rules.addAll(chosen.rules());
    rules.addAll(nulls.rules());
    List<ProposedRule> limits = new ArrayList<>(chosen.limits());
    boolean sensitive = SensitiveWords.in(name);
    if (sensitive) {
      limits.add(ProposedRule.sensitive("the header reads so"));
    }
    List<String> remarks = new ArrayList<>();
    if (!typed && !sensitive) {
      text.set().ifPresent(remarks::add);
    }
    Sightings misfits = misfits(chosen);
    if (misfits.any()) {
      remarks.add(misfit(misfits));
      limits.add(ProposedRule.lenient("null for whatever does not fit; with nullable: true"));
    }
    return new ProposedColumn(
        name,
        chosen.type(),
        chosen.evidence(),
        rules,
        limits,
        alternatives(chosen, fits),
        remarks,
        misfits.count());
  }

  /** All types that are beyond doubt; of those that take as many the first is meant. */
  private List<Fit> fits() {
    List<Fit> fits = new ArrayList<>();
    new BooleanFits(column, rows)
        .certain()
        .filter(fit -> fit.taken() == column.values())
        .ifPresent(fits::add);
    fits.addAll(new DateFits(column, rows).certain());
    new NumberFits(column, rows, allText).certain().ifPresent(fits::add);
    fits.sort(Comparator.comparing(Fit::type));
    return fits;
  }

  private boolean isMost(Fit fit) {
    return fit.taken() * 10 >= column.values() * MOST_TENTHS;
  }

  private List<Alternative> alternatives(Fit chosen, List<Fit> fits) {
    List<Fit> others = new ArrayList<>(fits);
    others.addAll(new DateFits(column, rows).undecided());
    others.addAll(new NumberFits(column, rows, allText).undecided());
    boolean text = chosen.type() == ProposedType.TEXT;
    return others.stream()
        .filter(fit -> fit.taken() * 2 >= column.values())
        .filter(fit -> text || fit.taken() > chosen.taken())
        .map(Alternative::of)
        .distinct()
        .toList();
  }

  private Sightings misfits(Fit chosen) {
    List<Sightings> parts = new ArrayList<>(List.of(chosen.refused(), column.uncalculated()));
    column.errors().entrySet().stream()
        .filter(error -> BROKEN.contains(error.getKey().code()))
        .map(Map.Entry::getValue)
        .forEach(parts::add);
    return column.together(parts);
  }

  private String misfit(Sightings misfits) {
    String broken =
        column.errors().keySet().stream()
            .filter(error -> BROKEN.contains(error.code()))
            .map(error -> error.code() + ", ")
            .collect(Collectors.joining());
    String kinds = broken + (column.uncalculated().any() ? "formulas without a value, " : "");
    return (misfits.count() == 1
            ? "1 cell does not fit, and its row would be rejected: "
            : misfits.count() + " cells do not fit, and their rows would be rejected: ")
        + kinds
        + misfits.examples();
  }
}
