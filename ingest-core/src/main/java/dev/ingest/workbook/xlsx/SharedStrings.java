package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CsvField;
import dev.ingest.workbook.part.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of shared strings: ECMA-376 Part 1, 18.4.9. Its declared counts are not trusted.
 *
 * <p>All texts are kept as UTF-8, one after the other, and become strings when asked for: a million
 * of them take their own bytes and four more each, where a list of strings would take fifty more. A
 * text that CSV quotes is kept in its quotes, so that it too is copied as it stands.
 */
final class SharedStrings {

  /** Set in the end of a text that is kept as it is and has no field: {@link CsvField#LEFT}. */
  static final int LEFT = 1 << 31;

  /** Strings that were asked for lately, by the last bits of their index. */
  private static final int RECENT = 1 << 12;

  private final TextPages texts;
  private final int[] ends;
  private final int size;
  private final Map<Integer, String> odd;

  /** What two threads put here at a time is right, whichever stays: an entry never changes. */
  private final @Nullable Recent[] recent;

  private record Recent(int index, String text) {}

  /**
   * Makes a table.
   *
   * @param ends where each text ends, from the second element; the first is 0
   * @param odd texts that have no UTF-8, by index
   */
  SharedStrings(TextPages texts, int[] ends, int size, Map<Integer, String> odd) {
    this.texts = texts;
    this.ends = ends;
    this.size = size;
    this.odd = odd;
    int slots = Math.min(RECENT, Integer.highestOneBit(Math.max(1, size)) << 1);
    this.recent = new @Nullable Recent[slots];
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

  /** Returns the index that a cell's value spells, or -1 where it spells none that can be. */
  static int index(byte[] b, int from, int to) {
    int p = from;
    while (p < to && Markup.isSpace(b[p])) {
      p++;
    }
    int first = p;
    int index = 0;
    while (p < to && b[p] >= '0' && b[p] <= '9') {
      index = index * 10 + b[p++] - '0';
    }
    int digits = p - first;
    while (p < to && Markup.isSpace(b[p])) {
      p++;
    }
    return p < to || digits == 0 || digits > 9 ? -1 : index;
  }

  /** Returns the string with this index, or null if there is none. */
  @Nullable String get(int index) {
    if (index < 0 || index >= size) {
      return null;
    }
    Recent known = recent[index & recent.length - 1];
    if (known != null && known.index == index) {
      return known.text;
    }
    String kept = odd.isEmpty() ? null : odd.get(index);
    return kept != null ? kept : decoded(index);
  }

  /** Returns a string that has a field, so that there is nothing to trim off; null for others. */
  @Nullable String plain(int index) {
    Recent known = recent[index & recent.length - 1];
    if (known != null && known.index == index && ends[index + 1] >= 0) {
      return known.text;
    }
    return hasField(index) ? get(index) : null;
  }

  private String decoded(int index) {
    int from = ends[index] & ~LEFT;
    int to = ends[index + 1] & ~LEFT;
    boolean quoted = hasField(index) && texts.at(from) == '"';
    byte[] utf8 = quoted ? texts.copy(from + 1, to - 1) : texts.copy(from, to);
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (quoted) {
      text = text.replace("\"\"", "\"");
    }
    recent[index & recent.length - 1] = new Recent(index, text);
    return text;
  }

  /** Copies a text as its field; where it has none, or there is no such text, returns false. */
  boolean copy(int index, ByteSink into) {
    if (index < 0 || index >= size) {
      return false;
    }
    int to = ends[index + 1];
    if (to < 0) {
      return false;
    }
    int from = ends[index] & ~LEFT;
    int length = to - from;
    int at = TextPages.offset(from);
    if (at + length > TextPages.PAGE) {
      texts.write(from, to, into);
    } else {
      byte[] room = into.room(length);
      int mark = into.mark();
      System.arraycopy(texts.page(from), at, room, mark, length);
      into.endAt(mark + length);
    }
    return true;
  }

  /** Returns whether the text has a field, so that it is surely not blank. */
  boolean hasField(int index) {
    return index >= 0 && index < size && ends[index + 1] >= 0;
  }

  int size() {
    return size;
  }
}
