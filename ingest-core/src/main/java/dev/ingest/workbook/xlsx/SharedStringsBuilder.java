package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.bytes.CsvField;
import dev.ingest.workbook.part.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects shared strings; grows with what was read, never with what was declared. */
final class SharedStringsBuilder {

  private final int most;
  private final TextPages texts = new TextPages();
  private int[] ends = new int[64];
  private int size;
  private final Map<Integer, String> odd = new HashMap<>();
  private byte[] field = new byte[64];

  SharedStringsBuilder(ReadLimits limits) {
    this.most = limits.sharedStrings();
  }

  /** Fails where the limit is reached. */
  void checkRoom(XmlReader xml) {
    if (isFull()) {
      throw ReadLimits.exceeded(xml.where(), "sharedStrings", most);
    }
  }

  boolean isFull() {
    return size == most;
  }

  /** Adds a text. Half a surrogate pair, which an escape can make, has no UTF-8: it is kept so. */
  void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
      add(utf8, 0, utf8.length);
    } else {
      odd.put(size, text);
      add(utf8, 0, 0);
    }
  }

  /** Adds a text that is known to be UTF-8. */
  void add(byte[] b, int from, int to) {
    switch (CsvField.kind(b, from, to)) {
      case CsvField.PLAIN -> addPlain(b, from, to);
      case CsvField.QUOTED -> addQuoted(b, from, to);
      default -> {
        addPlain(b, from, to);
        ends[size] |= SharedStrings.LEFT;
      }
    }
  }

  /** Adds a text that is its own field. */
  void addPlain(byte[] b, int from, int to) {
    int next = size + 1;
    if (next == ends.length) {
      ends = Arrays.copyOf(ends, next * 2);
    }
    ends[next] = texts.add(b, from, to - from);
    size = next;
  }

  private void addQuoted(byte[] b, int from, int to) {
    int room = CsvField.room(to - from);
    if (room > field.length) {
      field = new byte[room];
    }
    addPlain(field, 0, CsvField.quote(b, from, to, field, 0));
  }

  SharedStrings build() {
    return new SharedStrings(texts, ends, size, odd);
  }
}
