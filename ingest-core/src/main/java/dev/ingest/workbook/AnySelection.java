package dev.ingest.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Selects the one sheet, table or defined name of a name. */
record AnySelection(String name) implements SheetSelector {

  /** A sheet's name has no colon in it, so these take nothing away. */
  private static final String SHEET = "sheet:";

  private static final String NAME = "name:";

  static SheetSelector parse(String text) {
    String clean = text.strip();
    if (clean.isEmpty()) {
      throw new IllegalArgumentException(
          "sheet: expected a sheet, a range such as data!B3:E200, a table or a name, found nothing");
    }
    if (clean.startsWith(SHEET)) {
      return SheetSelector.named(clean.substring(SHEET.length()));
    }
    if (clean.startsWith(NAME)) {
      return SheetSelector.name(clean.substring(NAME.length()));
    }
    return clean.contains("!") ? SheetSelector.range(clean) : new AnySelection(clean);
  }

  @Override
  public Optional<SheetDeclaration> declaration() {
    return Optional.of(new SheetDeclaration(SheetDeclaration.Way.REFERENCE, name));
  }

  @Override
  public Sheet select(Workbook workbook) {
    Optional<Sheet> sheet =
        workbook.sheets().stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
    NameSelection other = new NameSelection(name);
    List<NameSelection.Match> matches = other.matches(workbook);
    if (sheet.isPresent() && !matches.isEmpty()) {
      throw ambiguous(workbook, sheet.get(), matches);
    }
    if (sheet.isEmpty() && matches.isEmpty()) {
      throw missing(workbook);
    }
    return sheet.isPresent() ? sheet.get() : other.select(workbook);
  }

  private WorkbookException ambiguous(
      Workbook workbook, Sheet sheet, List<NameSelection.Match> matches) {
    List<String> all = new ArrayList<>(List.of("the sheet " + Choices.shown(sheet)));
    matches.forEach(match -> all.add(match.shown()));
    return Choices.refusal(
        workbook,
        "one sheet, table or name \"" + name + "\"",
        String.join(", ", all),
        "write %s%s or %s%s".formatted(SHEET, name, NAME, name));
  }

  private WorkbookException missing(Workbook workbook) {
    List<String> names = new ArrayList<>(workbook.sheets().stream().map(Sheet::name).toList());
    names.addAll(Choices.namesOfTablesAndNames(workbook));
    String sheets = Choices.sheets(workbook);
    return Choices.refusal(
        workbook,
        this.toString(),
        (sheets.isEmpty() ? "no sheet" : "the sheets " + sheets)
            + " and "
            + Choices.tablesAndNames(workbook),
        Choices.didYouMean(name, names, "select one of them"));
  }

  @Override
  public String toString() {
    return "a sheet, a table or a name \"" + name + "\"";
  }
}
