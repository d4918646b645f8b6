package dev.ingest.annotate;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.Workbook;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * What a workbook says of the round that it was annotated by. It stands in defined names, which
 * spreadsheet programs keep and move with the rows.
 *
 * @param problemsSheet the sheet that lists the problems, which is no data; empty where the sender
 *     has deleted it
 * @param rows the rows of the data that were marked, where they are now
 * @param taken whether the rows without problems were taken
 * @param partial whether the workbook holds the rows with problems only
 */
public record EarlierRound(
    Optional<String> problemsSheet, BitSet rows, boolean taken, boolean partial) {

  /** What the names of this library start with. */
  static final String PREFIX = "ingest.";

  static final String PROBLEMS = PREFIX + "problems";
  static final String ROWS = PREFIX + "rows.";
  static final String TAKEN = PREFIX + "taken";
  static final String PARTIAL = PREFIX + "partial";
  static final String FILL = PREFIX + "fill.";

  /** Keeps its own copy. */
  public EarlierRound {
    rows = (BitSet) rows.clone();
  }

  /** Returns the workbook without the sheet that lists the problems, which is no data. */
  public Workbook dataOf(Workbook workbook) {
    return problemsSheet.isPresent() ? new DataSheets(workbook, problemsSheet.get()) : workbook;
  }

  /** Returns what a workbook says, if it was annotated. */
  public static Optional<EarlierRound> of(Workbook workbook) {
    boolean found = false;
    boolean taken = false;
    boolean partial = false;
    Optional<String> sheet = Optional.empty();
    BitSet rows = new BitSet();
    for (DefinedName name : workbook.names()) {
      if (name.name().regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
        String own = name.name().toLowerCase(Locale.ROOT);
        found = true;
        taken |= own.equals(TAKEN) && isTrue(name);
        partial |= own.equals(PARTIAL) && isTrue(name);
        sheet = own.equals(PROBLEMS) ? name.range().map(CellRange::sheet) : sheet;
        if (own.startsWith(ROWS)) {
          read(name.formula(), rows);
        }
      }
    }
    return found ? Optional.of(new EarlierRound(sheet, rows, taken, partial)) : Optional.empty();
  }

  private static boolean isTrue(DefinedName name) {
    return name.formula().equals("1");
  }

  /** Reads areas; one whose rows were deleted is {@code #REF!}, and no row. */
  private static void read(String formula, BitSet rows) {
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i <= formula.length(); i++) {
      char c = i == formula.length() ? ',' : formula.charAt(i);
      quoted ^= c == '\'';
      if (!quoted && (c == ',' || c == '~')) {
        CellRange.ofFormula(formula.substring(from, i)).ifPresent(area -> add(rows, area));
        from = i + 1;
      }
    }
  }

  private static void add(BitSet rows, CellRange area) {
    if (area.lastRow() - area.firstRow() < CellAddress.MAX_ROW - 1) {
      rows.set(area.firstRow(), area.lastRow() + 1);
    }
  }
}
