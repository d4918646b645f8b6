package dev.ingest.workbook.grid;

import dev.ingest.workbook.CellStyle;
import dev.ingest.workbook.part.NumberFormats;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Collects number formats and cell styles, in any order, and then tells which styles show dates. A
 * format that the file declares goes before the built-in one of its id.
 */
public final class DateStyles {

  private final Map<Integer, Boolean> declared = new HashMap<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final BitSet dates = new BitSet();
  private int[] formats = new int[64];
  private int count;

  /** Declares a number format. */
  public void format(int id, String code) {
    declared.put(id, NumberFormats.isDate(code));
    codes.put(id, code);
  }

  /** Adds the next cell style, whose number format may be declared later. */
  public void style(int format) {
    if (count == formats.length) {
      formats = Arrays.copyOf(formats, 2 * count);
    }
    formats[count++] = format;
  }

  /** Ends the collecting. */
  public void end() {
    for (int i = 0; i < count; i++) {
      Boolean date = declared.get(formats[i]);
      dates.set(i, date != null ? date : NumberFormats.isBuiltInDate(formats[i]));
    }
  }

  /** Returns how many styles there are. */
  public int count() {
    return count;
  }

  /** Returns whether there is such a style; where the file has none at all, 0 is the plain one. */
  public boolean has(long style) {
    return style < Math.max(1, count);
  }

  /** Returns what a style is, for explanations. */
  public CellStyle described(long style) {
    int format = style < count ? formats[(int) style] : 0;
    return CellStyle.of((int) style, format, codes.get(format));
  }

  /** Returns whether numbers of this style are dates. */
  public boolean isDate(int style) {
    return dates.get(style);
  }
}
