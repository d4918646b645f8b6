package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.part.XmlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of shared strings: ECMA-376 Part 1, 18.4.9. Its declared counts are not trusted. */
final class SharedStrings {

  private final List<String> items;

  private SharedStrings(List<String> items) {
    this.items = items;
  }

  /** A workbook without shared strings. */
  static SharedStrings none() {
    return new SharedStrings(List.of());
  }

  /** A table of these strings. */
  static SharedStrings of(List<String> items) {
    return new SharedStrings(List.copyOf(items));
  }

  static SharedStrings read(XmlReader xml, ReadLimits limits) {
    List<String> items = new ArrayList<>();
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("si")) {
        if (items.size() == limits.sharedStrings()) {
          throw ReadLimits.exceeded(xml.where(), "sharedStrings", limits.sharedStrings());
        }
        items.add(RichText.read(xml, "si"));
      }
    }
    return new SharedStrings(items);
  }

  /** Returns the string with this index, or null if there is none. */
  @Nullable String get(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : null;
  }

  int size() {
    return items.size();
  }
}
