package dev.ingest.annotate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rows with marks as formulas for defined names, which Excel keeps true where rows are added
 * and deleted above: {@code 'data'!$3:$3,'data'!$5:$9}. A formula holds 8,192 characters at most,
 * so there may be several.
 */
final class RowNames {

  private static final int LONGEST = 8000;

  private RowNames() {}

  static List<String> formulas(String sheet, BitSet rows) {
    String start = "'" + sheet.replace("'", "''") + "'!$";
    List<String> formulas = new ArrayList<>();
    StringBuilder formula = new StringBuilder();
    int first = rows.nextSetBit(0);
    while (first >= 0) {
      int after = rows.nextClearBit(first);
      String area = start + first + ":$" + (after - 1);
      if (formula.length() + area.length() >= LONGEST) {
        formulas.add(formula.toString());
        formula.setLength(0);
      }
      formula.append(formula.length() == 0 ? "" : ",").append(area);
      first = rows.nextSetBit(after);
    }
    if (formula.length() > 0) {
      formulas.add(formula.toString());
    }
    return formulas;
  }
}
