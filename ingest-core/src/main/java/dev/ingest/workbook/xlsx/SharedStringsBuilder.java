package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.part.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects shared strings; grows with what was read, never with what was declared. */
final class SharedStringsBuilder {

  private final int most;
  private byte[] bytes = new byte[1 << 10];
  private int used;
  private int[] ends = new int[64];
  private byte[] plain = new byte[64];
  private int size;
  private final Map<Integer, String> odd = new HashMap<>();

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
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      plain = Arrays.copyOf(plain, size * 2);
    }
    int length = to - from;
    if (bytes.length - used < length) {
      bytes = Arrays.copyOf(bytes, larger(length));
    }
    System.arraycopy(b, from, bytes, used, length);
    plain[size] = (byte) (PlainText.isPlain(b, from, to) ? 1 : 0);
    used += length;
    ends[size++] = used;
  }

  /** Doubles, but for large tables by a quarter only. */
  private int larger(int length) {
    int more = used < 1 << 22 ? used : used >> 2;
    return Math.addExact(used, Math.max(length, Math.min(more, Integer.MAX_VALUE - 64 - used)));
  }

  SharedStrings build() {
    return new SharedStrings(bytes, ends, plain, size, odd);
  }
}
