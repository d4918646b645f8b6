package dev.ingest.annotate;

import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import java.util.BitSet;
import java.util.List;
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
 * @param others the hash of the rows that were not marked; empty where they were not taken
 */
public record EarlierRound(
    Optional<String> problemsSheet,
    BitSet rows,
    boolean taken,
    boolean partial,
    Optional<String> others) {

  /** What the names of this library start with. */
  static final String PREFIX = "ingest.";

  static final String PROBLEMS = PREFIX + "problems";
  static final String ROWS = PREFIX + "rows.";
  static final String TAKEN = PREFIX + "taken";
  static final String PARTIAL = PREFIX + "partial";
  static final String OTHERS = PREFIX + "others";
  static final String FILL = PREFIX + "fill.";

  /** Keeps its own copy. */
  public EarlierRound {
    rows = (BitSet) rows.clone();
  }

  /** Returns the workbook without the sheet that lists the problems, which is no data. */
  public Workbook dataOf(Workbook workbook) {
    return problemsSheet.isPresent() ? new DataSheets(workbook, problemsSheet.get()) : workbook;
  }

  /**
   * Returns whether the rows that were not marked are what they were, one after the other, so that
   * the names of the marked ones hold: no program moves names where it sorts rows.
   *
   * @param data the workbook {@linkplain #dataOf without} the list of problems
   * @param columns where the columns are that are read, in the order of the schema
   */
  public boolean holds(Workbook data, String sheet, int headerRow, List<Integer> columns) {
    Sheet whole = BadRows.sheet(data, sheet);
    return others.equals(Optional.of(OtherRows.fingerprint(whole, headerRow, columns, rows)));
  }

  /** Returns what a workbook says, if it was annotated. */
  public static Optional<EarlierRound> of(Workbook workbook) {
    boolean found = false;
    boolean taken = false;
    boolean partial = false;
    Optional<String> sheet = Optional.empty();
    Optional<String> others = Optional.empty();
    BitSet rows = new BitSet();
    for (DefinedName name : workbook.names()) {
      if (name.name().regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
        String own = name.name().toLowerCase(Locale.ROOT);
        found = true;
        taken |= own.equals(TAKEN) && isTrue(name);
        partial |= own.equals(PARTIAL) && isTrue(name);
        others = own.equals(OTHERS) ? Optional.of(name.formula().replace("\"", "")) : others;
        sheet = own.equals(PROBLEMS) ? name.range().map(CellRange::sheet) : sheet;
        if (own.startsWith(ROWS)) {
          read(name.formula(), rows);
        }
      }
    }
    return found
        ? Optional.of(new EarlierRound(sheet, rows, taken, partial, others))
        : Optional.empty();
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
