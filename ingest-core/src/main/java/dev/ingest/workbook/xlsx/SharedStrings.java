package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.part.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of shared strings: ECMA-376 Part 1, 18.4.9. Its declared counts are not trusted.
 *
 * <p>All texts are kept as UTF-8 in one array, and become strings when asked for: a million of them
 * take their own bytes and five more each, where a list of strings would take fifty more.
 */
final class SharedStrings {

  /** Strings that were asked for lately, by the last bits of their index. */
  private static final int RECENT = 1 << 12;

  private final byte[] bytes;
  private final int[] ends;
  private final byte[] plain;
  private final int size;
  private final Map<Integer, String> odd;
  private final int[] recentIndex;
  private final @Nullable String[] recent;

  /**
   * Makes a table.
   *
   * @param ends where each text ends in the bytes
   * @param plain 1 for each text that CSV takes as it is
   * @param odd texts that have no UTF-8, by index
   */
  SharedStrings(byte[] bytes, int[] ends, byte[] plain, int size, Map<Integer, String> odd) {
    this.bytes = bytes;
    this.ends = ends;
    this.plain = plain;
    this.size = size;
    this.odd = odd;
    int slots = Math.min(RECENT, Integer.highestOneBit(Math.max(1, size)) << 1);
    this.recentIndex = new int[slots];
    this.recent = new @Nullable String[slots];
  }

  /** A workbook without shared strings. */
  static SharedStrings none() {
    return new SharedStringsBuilder(ReadLimits.defaults()).build();
  }

  /** A table of these strings. */
  static SharedStrings of(List<String> items) {
    SharedStringsBuilder all = new SharedStringsBuilder(ReadLimits.defaults());
    for (String item : items) {
      all.add(item);
    }
    return all.build();
  }

  static SharedStrings read(XmlReader xml, ReadLimits limits) {
    SharedStringsBuilder all = new SharedStringsBuilder(limits);
    while (xml.next() != XmlReader.Event.END_DOCUMENT) {
      if (xml.starts("si")) {
        all.checkRoom(xml);
        all.add(RichText.read(xml, "si"));
      }
    }
    return all.build();
  }

  /** Returns the string with this index, or null if there is none. */
  @Nullable String get(int index) {
    if (index < 0 || index >= size) {
      return null;
    }
    int slot = index & recent.length - 1;
    String known = recent[slot];
    if (known != null && recentIndex[slot] == index) {
      return known;
    }
    String kept = odd.isEmpty() ? null : odd.get(index);
    return kept != null ? kept : decoded(index, slot);
  }

  private String decoded(int index, int slot) {
    int from = start(index);
    String text = new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    recent[slot] = text;
    recentIndex[slot] = index;
    return text;
  }

  /** Copies a text that CSV takes as it is; else, or where there is none, returns false. */
  boolean copy(int index, ByteSink into) {
    if (index < 0 || index >= size || plain[index] == 0) {
      return false;
    }
    int from = start(index);
    into.write(bytes, from, ends[index] - from);
    return true;
  }

  /** Returns whether the text is plain, so that it is surely not blank. */
  boolean isPlain(int index) {
    return index >= 0 && index < size && plain[index] != 0;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  int size() {
    return size;
  }
}
