package dev.ingest.workbook;

import dev.ingest.naming.NearMiss;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A selector made of a test.
 *
 * @param wanted what was expected, in words
 * @param name the name looked for, if by name
 */
record SheetSelection(String wanted, @Nullable String name, Predicate<Sheet> test)
    implements SheetSelector {

  @Override
  public Sheet select(String workbook, List<Sheet> sheets) {
    List<Sheet> found = sheets.stream().filter(test).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new WorkbookException(
        WorkbookException.Reason.NO_SUCH_SHEET,
        "%s: expected %s, found %s%s".formatted(workbook, wanted, list(sheets), hint(sheets)));
  }

  private static String list(List<Sheet> sheets) {
    return sheets.isEmpty()
        ? "no sheet at all"
        : sheets.stream().map(SheetSelection::describe).collect(Collectors.joining(", "));
  }

  private static String describe(Sheet sheet) {
    String name = '"' + sheet.name() + '"';
    return sheet.visibility() == Sheet.Visibility.VISIBLE
        ? name
        : name + " (" + sheet.visibility().label() + ")";
  }

  private String hint(List<Sheet> sheets) {
    return NearMiss.of(name, sheets.stream().map(Sheet::name).toList())
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElse("; name the sheet to read");
  }

  @Override
  public String toString() {
    return wanted;
  }
}
