package dev.ingest.workbook.biff;

import dev.ingest.workbook.ReadLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of shared strings: [MS-XLS] 2.4.265. Its counts are not trusted. */
final class SharedTexts {

  private static final int FIRST = 8;

  private final List<String> items;

  private SharedTexts(List<String> items) {
    this.items = items;
  }

  /** A workbook without shared strings. */
  static SharedTexts none() {
    return new SharedTexts(List.of());
  }

  /** Reads the current record and those that continue it. */
  static SharedTexts read(Records records, ReadLimits limits) {
    List<String> items = new ArrayList<>();
    long declared = records.u32(4);
    ContinuedRecord data = new ContinuedRecord(records, FIRST);
    while (items.size() < declared && data.more()) {
      if (items.size() == limits.sharedStrings()) {
        throw ReadLimits.exceeded(records.where(), "sharedStrings", limits.sharedStrings());
      }
      items.add(item(records, data, items.size(), limits));
    }
    return new SharedTexts(items);
  }

  private static String item(Records records, ContinuedRecord data, int index, ReadLimits limits) {
    int count = data.u16();
    if (count > limits.textLength()) {
      throw ReadLimits.exceeded(
          records.where() + ": shared string " + index, "textLength", limits.textLength());
    }
    return data.unicode(count);
  }

  /** Returns the string with this index, or null if there is none. */
  @Nullable String get(long index) {
    return index < items.size() ? items.get((int) index) : null;
  }

  int size() {
    return items.size();
  }
}
