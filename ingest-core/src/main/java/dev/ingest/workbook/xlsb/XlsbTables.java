package dev.ingest.workbook.xlsb;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.grid.DateStyles;
import dev.ingest.workbook.part.OpcPackage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all sheets of a workbook share: strings, styles, date system. Read on first use. */
final class XlsbTables {

  private static final int RICH_TEXT = 1; // behind the flags

  private final OpcPackage parts;
  private final DateSystem dates;
  private final @Nullable String stringsPart;
  private final @Nullable String stylesPart;
  private @Nullable List<String> strings;
  private @Nullable DateStyles styles;

  XlsbTables(
      OpcPackage parts,
      DateSystem dates,
      @Nullable String stringsPart,
      @Nullable String stylesPart) {
    this.parts = parts;
    this.dates = dates;
    this.stringsPart = stringsPart;
    this.stylesPart = stylesPart;
  }

  /** Opens the records of a part that must be there. */
  static Records records(OpcPackage parts, String part) {
    return new Records(parts.where(part), parts.stream(part), parts.limits());
  }

  DateSystem dates() {
    return dates;
  }

  /** Returns the shared strings: [MS-XLSB] 2.1.7.45. Their declared count is not trusted. */
  List<String> strings() {
    List<String> read = strings;
    if (read == null) {
      read = stringsPart == null ? List.of() : readStrings(stringsPart);
      strings = read;
    }
    return read;
  }

  private List<String> readStrings(String part) {
    List<String> items = new ArrayList<>();
    try (Records records = records(parts, part)) {
      while (records.next() && records.id() != RecordId.END_STRINGS) {
        if (records.id() == RecordId.STRING_ITEM) {
          if (items.size() == parts.limits().sharedStrings()) {
            throw ReadLimits.exceeded(
                records.where(), "sharedStrings", parts.limits().sharedStrings());
          }
          items.add(records.text(RICH_TEXT));
        }
      }
      records.finish(RecordId.END_STRINGS);
    }
    return items;
  }

  /** Returns which cell styles show dates: [MS-XLSB] 2.1.7.50. */
  DateStyles styles() {
    DateStyles read = styles;
    if (read == null) {
      read = new DateStyles();
      if (stylesPart != null) {
        readStyles(stylesPart, read);
      }
      read.end();
      styles = read;
    }
    return read;
  }

  private void readStyles(String part, DateStyles into) {
    boolean cellStyles = false;
    try (Records records = records(parts, part)) {
      while (records.next() && records.id() != RecordId.END_STYLES) {
        switch (records.id()) {
          case RecordId.FORMAT -> into.format(records.u16(0), records.text(2));
          case RecordId.BEGIN_CELL_STYLES -> cellStyles = true;
          case RecordId.END_CELL_STYLES -> cellStyles = false;
          case RecordId.STYLE -> {
            if (cellStyles) {
              into.style(records.u16(2));
            }
          }
          default -> {} // fonts, fills and the like
        }
      }
      records.finish(RecordId.END_STYLES);
    }
  }
}
