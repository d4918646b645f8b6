package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.NumberFormats;
import dev.ingest.workbook.part.XmlReader;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell styles show dates: ECMA-376 Part 1, 18.8.10 (cellXfs) and 18.8.31 (numFmts). */
final class Styles {

  private final boolean[] dates;
  private final int count;

  private Styles(BitSet shown, int count) {
    this.dates = new boolean[Math.max(1, count)];
    for (int i = 0; i < count; i++) {
      dates[i] = shown.get(i);
    }
    this.count = count;
  }

  /** A workbook without a styles part: no number is a date. */
  static Styles none() {
    return new Styles(new BitSet(), 0);
  }

  /** Styles that show dates, or do not. */
  static Styles of(boolean... shown) {
    BitSet dates = new BitSet();
    for (int i = 0; i < shown.length; i++) {
      dates.set(i, shown[i]);
    }
    return new Styles(dates, shown.length);
  }

  static Styles read(XmlReader xml) {
    Map<Integer, Boolean> custom = new HashMap<>();
    BitSet dates = new BitSet();
    int count = 0;
    boolean inCellXfs = false;
    XmlReader.Event event = xml.next();
    while (event != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("numFmt")) {
        String code = xml.attribute("formatCode");
        custom.put(
            number(xml, xml.attribute("numFmtId")), code != null && NumberFormats.isDate(code));
      } else if (xml.starts("cellXfs")) {
        inCellXfs = true;
      } else if (xml.ends("cellXfs")) {
        inCellXfs = false;
      } else if (inCellXfs && xml.starts("xf")) {
        int format = number(xml, xml.attribute("numFmtId"));
        Boolean declared = custom.get(format);
        dates.set(count++, declared != null ? declared : NumberFormats.isBuiltInDate(format));
      }
      event = xml.next();
    }
    return new Styles(dates, count);
  }

  private static int number(XmlReader xml, @Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notOne) {
      throw Damage.at(
          xml.where(), "expected a number format id, found " + Names.shown(text), notOne);
    }
  }

  /** Returns of each style whether numbers of it are dates; where there is none, of the default. */
  boolean[] dates() {
    return dates;
  }

  /** Returns whether numbers of this style are dates. */
  boolean isDate(int style) {
    return style < count && dates[style];
  }

  /** Returns how many cell styles there are. */
  int count() {
    return count;
  }
}
