package dev.ingest.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Selects a table or a defined name. */
record NameSelection(String name) implements SheetSelector {

  private static final String WRITE_THE_RANGE = "write the range instead, such as data!B3:E200";

  /** A table or a defined name that answers to the name. */
  record Match(String shown, SheetSelector selector) {}

  @Override
  public Optional<SheetDeclaration> declaration() {
    return Optional.of(new SheetDeclaration(SheetDeclaration.Way.REFERENCE, "name:" + name));
  }

  @Override
  public Sheet select(Workbook workbook) {
    List<Match> matches = matches(workbook);
    if (matches.size() == 1) {
      return matches.get(0).selector().select(workbook);
    }
    if (matches.isEmpty()) {
      throw Choices.refusal(
          workbook,
          this.toString(),
          Choices.tablesAndNames(workbook),
          Choices.didYouMean(
              name, Choices.namesOfTablesAndNames(workbook), "or select a sheet or a range"));
    }
    throw Choices.refusal(
        workbook,
        "one table or name \"" + name + "\"",
        String.join(", ", matches.stream().map(Match::shown).toList()),
        WRITE_THE_RANGE);
  }

  /** Returns what answers to the name. */
  List<Match> matches(Workbook workbook) {
    List<Match> matches = new ArrayList<>();
    for (SheetTable table : workbook.tables()) {
      if (table.name().equalsIgnoreCase(name)) {
        matches.add(
            new Match("the table " + Choices.shown(table), new RangeSelection(rows(table))));
      }
    }
    for (DefinedName defined : workbook.names()) {
      if (defined.name().equalsIgnoreCase(name)) {
        matches.add(new Match("the name " + Choices.shown(defined), book -> select(book, defined)));
      }
    }
    return matches;
  }

  private static CellRange rows(SheetTable table) {
    CellRange all = table.range();
    return new CellRange(
        all.sheet(),
        all.firstRow(),
        all.firstColumn(),
        Math.max(all.firstRow(), all.lastRow() - table.totalsRows()),
        all.lastColumn());
  }

  private static Sheet select(Workbook workbook, DefinedName defined) {
    CellRange range =
        defined
            .range()
            .orElseThrow(
                () ->
                    Choices.refusal(
                        workbook,
                        "the name \"" + defined.name() + "\" to be one range",
                        Choices.meaning(defined),
                        WRITE_THE_RANGE));
    return new RangeSelection(range).select(workbook);
  }

  @Override
  public String toString() {
    return "a table or a name \"" + name + "\"";
  }
}
