package dev.ingest.workbook;

import dev.ingest.workbook.SheetDeclaration.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  /** By position among the worksheets. */
  record At(int position) implements Predicate<Sheet> {

    @Override
    public boolean test(Sheet sheet) {
      return sheet.position() == position;
    }
  }

  /** By a regular expression that the whole name matches. */
  record Matching(Pattern name) implements Predicate<Sheet> {

    @Override
    public boolean test(Sheet sheet) {
      return name.matcher(sheet.name()).matches();
    }
  }

  @Override
  public Optional<SheetDeclaration> declaration() {
    if (test instanceof Named named) {
      return Optional.of(new SheetDeclaration(Way.NAMED, named.name()));
    }
    if (test instanceof At at) {
      return Optional.of(new SheetDeclaration(Way.POSITION, Integer.toString(at.position())));
    }
    if (test instanceof Matching matching && isWhole(matching.name())) {
      return Optional.of(new SheetDeclaration(Way.MATCHING, matching.name().pattern()));
    }
    return test instanceof Visible
        ? Optional.of(new SheetDeclaration(Way.ONLY_VISIBLE, ""))
        : Optional.empty();
  }

  /** Returns whether an expression says its flags itself, if it has any. */
  private static boolean isWhole(Pattern name) {
    return Pattern.compile(name.pattern()).flags() == name.flags();
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
