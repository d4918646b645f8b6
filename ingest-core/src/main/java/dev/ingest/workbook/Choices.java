package dev.ingest.workbook;

import dev.ingest.naming.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to select in a workbook, in words, and the refusals that list it. */
final class Choices {

  private static final int MOST = 20;
  private static final int LONGEST_FORMULA = 40;

  private Choices() {}

  /** Makes the failure of a selector. */
  static WorkbookException refusal(Workbook workbook, String wanted, String found, String hint) {
    return new WorkbookException(
        WorkbookException.Reason.NO_SUCH_SHEET,
        "%s: expected %s, found %s; %s".formatted(workbook.name(), wanted, found, hint));
  }

  /** Returns the advice: the name that was probably meant, if there is one. */
  static String didYouMean(@Nullable String wanted, List<String> names, String otherwise) {
    return NearMiss.of(wanted, names)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(otherwise);
  }

  /** Lists the sheets, those that are not visible marked. */
  static String sheets(Workbook workbook) {
    return list(workbook.sheets().stream().map(Choices::shown).toList());
  }

  /** Lists the tables and names. */
  static String tablesAndNames(Workbook workbook) {
    List<String> tables = workbook.tables().stream().map(Choices::shown).toList();
    List<String> names = selectable(workbook).map(Choices::shown).toList();
    if (tables.isEmpty() && names.isEmpty()) {
      return "no table and no name";
    }
    List<String> all = new ArrayList<>();
    if (!tables.isEmpty()) {
      all.add("the tables " + list(tables));
    }
    if (!names.isEmpty()) {
      all.add("the names " + list(names));
    }
    return String.join(" and ", all);
  }

  /** Returns the names of all tables and defined names. */
  static List<String> namesOfTablesAndNames(Workbook workbook) {
    return Stream.concat(
            workbook.tables().stream().map(SheetTable::name),
            selectable(workbook).map(DefinedName::name))
        .toList();
  }

  /** Leaves out what Excel defines for itself, such as {@code _xlnm._FilterDatabase}. */
  private static Stream<DefinedName> selectable(Workbook workbook) {
    return workbook.names().stream().filter(name -> !name.name().startsWith("_xlnm."));
  }

  private static String list(List<String> shown) {
    String most = shown.stream().limit(MOST).collect(Collectors.joining(", "));
    return shown.size() > MOST ? most + " and " + (shown.size() - MOST) + " more" : most;
  }

  static String shown(Sheet sheet) {
    String name = '"' + sheet.name() + '"';
    return sheet.visibility() == Sheet.Visibility.VISIBLE
        ? name
        : name + " (" + sheet.visibility().label() + ")";
  }

  static String shown(SheetTable table) {
    return '"' + table.name() + "\" (" + table.range() + ")";
  }

  static String shown(DefinedName name) {
    return '"' + name.name() + "\" (" + meaning(name) + ")";
  }

  /** Returns what a name stands for: its range, or else its formula. */
  static String meaning(DefinedName name) {
    if (name.range().isPresent()) {
      return name.range().get().toString();
    }
    String clean = name.formula().replaceAll("\\p{Cntrl}", "?");
    return clean.length() > LONGEST_FORMULA ? clean.substring(0, LONGEST_FORMULA) + "…" : clean;
  }
}
