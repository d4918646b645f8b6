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
