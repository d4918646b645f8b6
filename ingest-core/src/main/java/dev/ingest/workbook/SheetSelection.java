package dev.ingest.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A selector made of a test.
 *
 * @param wanted what was expected, in words
 * @param name the name looked for, if by name
 */
record SheetSelection(String wanted, @Nullable String name, Predicate<Sheet> test)
    implements SheetSelector {

  /** A class and no lambda, which would be made at run time: the one most used, at each start. */
  record Named(String name) implements Predicate<Sheet> {

    @Override
    public boolean test(Sheet sheet) {
      return sheet.name().equalsIgnoreCase(name);
    }
  }

  /** A class, as {@link Named}: what a pipeline starts with. */
  record Visible() implements Predicate<Sheet> {

    @Override
    public boolean test(Sheet sheet) {
      return sheet.visibility() == Sheet.Visibility.VISIBLE;
    }
  }

  @Override
  public Sheet select(Workbook workbook) {
    List<Sheet> found = new ArrayList<>();
    for (Sheet sheet : workbook.sheets()) {
      if (test.test(sheet)) {
        found.add(sheet);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> names = workbook.sheets().stream().map(Sheet::name).toList();
    throw Choices.refusal(
        workbook,
        wanted,
        names.isEmpty() ? "no sheet at all" : Choices.sheets(workbook),
        Choices.didYouMean(name, names, "name the sheet to read"));
  }

  @Override
  public String toString() {
    return wanted;
  }
}
