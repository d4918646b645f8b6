package dev.ingest.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fills under marks, by the colour of the mark. They stand in defined names as texts, since
 * nothing else comes back as it was from every spreadsheet program: LibreOffice writes a background
 * of its own into a solid fill. Not thread-safe.
 */
final class CoveredFills {

  /** One step from the red that Excel calls bad. */
  private static final String PLAIN = "FFFFC7CF";

  private static final String REDS = "FFFFC7";

  /** The blues of the marks that cover something: all look alike, and none is Excel's. */
  private static final int FIRST = 0xcd;

  private static final int MOST = 32;

  /** The longest text that a formula may have. */
  private static final int LONGEST = 255;

  private final Map<Integer, String> fills = new TreeMap<>();

  private CoveredFills() {}

  static CoveredFills none() {
    return new CoveredFills();
  }

  /** Takes the fill that a defined name tells of. */
  void read(int number, String formula) {
    if (formula.length() > 1 && formula.startsWith("\"") && formula.endsWith("\"")) {
      fills.put(number, formula.substring(1, formula.length() - 1).replace("\"\"", "\""));
    }
  }

  /** Returns the fills as formulas of defined names, by number. */
  Map<Integer, String> formulas() {
    Map<Integer, String> formulas = new TreeMap<>();
    fills.forEach((number, fill) -> formulas.put(number, "\"" + fill.replace("\"", "\"\"") + "\""));
    return formulas;
  }

  /**
   * Returns the colour of a mark that covers a fill. Of too many fills, and of one that is too
   * long, nothing is kept: a cell with it is plain once its mark is taken away.
   *
   * @param fill the fill as XML; empty for none
   */
  String colour(String fill) {
    if (fill.isEmpty()) {
      return PLAIN;
    }
    List<String> known = new ArrayList<>(fills.values());
    int at = known.indexOf(fill);
    if (at < 0) {
      if (known.size() == MOST || fill.length() > LONGEST) {
        return PLAIN;
      }
      at = known.size();
      fills.put(at + 1, fill);
    }
    return REDS + Integer.toHexString(FIRST - at).toUpperCase(Locale.ROOT);
  }

  /** Returns whether a colour is that of a mark. */
  static boolean isMark(String colour) {
    return colour.equalsIgnoreCase(PLAIN) || number(colour) > 0;
  }

  /** Returns the fill under a mark of this colour; empty for none. */
  String under(String colour) {
    return fills.getOrDefault(number(colour), "");
  }

  private static int number(String colour) {
    if (colour.length() != PLAIN.length()
        || !colour.regionMatches(true, 0, REDS, 0, REDS.length())) {
      return 0;
    }
    int blue =
        Character.digit(colour.charAt(REDS.length()), 16) * 16
            + Character.digit(colour.charAt(REDS.length() + 1), 16);
    int number = FIRST - blue + 1;
    return number >= 1 && number <= MOST ? number : 0;
  }
}
