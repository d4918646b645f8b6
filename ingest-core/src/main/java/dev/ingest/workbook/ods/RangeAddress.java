package dev.ingest.workbook.ods;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses such as {@code $'my data'.$A$1:.$B$9}: OpenDocument 1.3 part 3, 18.3.2. */
final class RangeAddress {

  private static final String CELL =
      "(?:\\$?(?:'((?:[^']|'')*+)'|([^.':#]*+)))?\\.\\$?([A-Z]{1,3})\\$?([0-9]{1,7})";

  private static final Pattern RANGE = Pattern.compile(CELL + "(?::" + CELL + ")?");

  /** Groups of the pattern for each of the two cells. */
  private static final int GROUPS = 4;

  private RangeAddress() {}

  /** Returns the range of one sheet; empty where it is none, or leaves the grid. */
  static Optional<CellRange> parse(String address) {
    Matcher parts = RANGE.matcher(address.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String sheet = sheet(parts, 0);
    String last = sheet(parts, GROUPS);
    boolean single = parts.group(GROUPS + 3) == null;
    if (sheet == null
        || sheet.isEmpty()
        || last != null && !last.isEmpty() && !last.equals(sheet)) {
      return Optional.empty();
    }
    int end = single ? 0 : GROUPS;
    return range(sheet, row(parts, 0), column(parts, 0), row(parts, end), column(parts, end));
  }

  private static Optional<CellRange> range(
      String sheet, int row, int column, int lastRow, int lastColumn) {
    boolean sound =
        row >= 1
            && row <= lastRow
            && lastRow <= CellAddress.MAX_ROW
            && column <= lastColumn
            && lastColumn <= CellAddress.MAX_COLUMN;
    return sound
        ? Optional.of(new CellRange(sheet, row, column, lastRow, lastColumn))
        : Optional.empty();
  }

  private static @Nullable String sheet(Matcher parts, int from) {
    String quoted = parts.group(from + 1);
    return quoted == null ? parts.group(from + 2) : quoted.replace("''", "'");
  }

  private static int column(Matcher parts, int from) {
    int column = 0;
    String letters = parts.group(from + 3);
    for (int i = 0; i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column;
  }

  private static int row(Matcher parts, int from) {
    return Integer.parseInt(parts.group(from + 4));
  }
}
