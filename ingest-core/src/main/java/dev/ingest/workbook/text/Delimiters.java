package dev.ingest.workbook.text;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.text.Dialect.Sample;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the delimiter among comma, semicolon, tab and bar by the first twenty records that are not
 * blank. It is the one that parts all of them into the same number of values, two or more; failing
 * that, the one that parts the first of them; failing that, the one that parts any. Where none
 * does, the text has one column. Where several do alike, the text is refused: a guess would be
 * silent.
 */
final class Delimiters {

  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final int RECORDS = 20;

  /**
   * How a candidate parts the records.
   *
   * @param widths how many values each record has
   */
  private record Parting(char delimiter, List<Integer> widths) {

    boolean partsAllAlike() {
      return partsFirst() && widths.stream().distinct().count() == 1;
    }

    boolean partsFirst() {
      return !widths.isEmpty() && widths.get(0) > 1;
    }

    boolean partsAny() {
      return widths.stream().anyMatch(width -> width > 1);
    }
  }

  private Delimiters() {}

  static char find(String name, Sample sample) {
    List<Parting> partings = new ArrayList<>();
    for (char candidate : CANDIDATES) {
      List<Integer> widths = widths(name, sample, candidate);
      if (widths != null) {
        partings.add(new Parting(candidate, widths));
      }
    }
    List<Predicate<Parting>> rules =
        List.of(Parting::partsAllAlike, Parting::partsFirst, Parting::partsAny);
    for (Predicate<Parting> rule : rules) {
      List<Parting> found = partings.stream().filter(rule).toList();
      if (found.size() == 1) {
        return found.get(0).delimiter;
      }
      if (found.size() > 1) {
        throw ambiguous(name, found);
      }
    }
    return ',';
  }

  /** Returns the widths of the records, or null where quotes do not fit this delimiter. */
  private static @Nullable List<Integer> widths(String name, Sample sample, char delimiter) {
    List<Integer> widths = new ArrayList<>();
    try (Records records = new Records(name, new StringReader(sample.text()), delimiter)) {
      @Nullable String[] values = records.next();
      while (values != null && widths.size() <= RECORDS) {
        if (values.length > 1 || values[0] != null) {
          widths.add(values.length);
        }
        values = records.next();
      }
    } catch (WorkbookException broken) {
      if (widths.isEmpty() || sample.whole()) {
        return null; // said again, with its line, when the rows are read
      }
      return widths;
    }
    boolean cut = !sample.whole() && widths.size() > 1 || widths.size() > RECORDS;
    return cut ? widths.subList(0, widths.size() - 1) : widths;
  }

  private static WorkbookException ambiguous(String name, List<Parting> found) {
    String list =
        found.stream().map(parting -> shown(parting.delimiter)).collect(Collectors.joining(", "));
    return new WorkbookException(
        Reason.UNSUPPORTED,
        "%s: expected one delimiter, found lines that %s part alike; declare it with ReadOptions.withDelimiter"
            .formatted(name, list));
  }

  private static String shown(char delimiter) {
    return delimiter == '\t' ? "tab" : "'" + delimiter + "'";
  }
}
