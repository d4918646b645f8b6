package dev.ingest.workbook;

import java.time.Duration;
import java.util.Locale;

/** The limits of {@link ReadLimits}: what they count, and how their failures read. */
enum Limit {
  SOURCE_BYTES("sourceBytes", "bytes in the file", 2L << 30),
  SPOOLED_MEMORY("spooledMemory", "bytes in memory", 32L << 20),
  INFLATED_BYTES("inflatedBytes", "inflated bytes", 4L << 30),
  PART_BYTES("partBytes", "inflated bytes in one part", 2L << 30),
  ENTRIES("entries", "entries in the zip", 10_000),
  DECLARATIONS("declarations", "declarations beside the cells", 500_000),
  SHARED_STRINGS("sharedStrings", "shared strings", 8_000_000),
  ROWS("rows", "rows", 10_000_000),
  COLUMNS("columns", "columns", CellAddress.MAX_COLUMN),
  CELLS("cells", "cells", 100_000_000),
  TEXT_LENGTH("textLength", "characters in one text", 1 << 20),
  XML_DEPTH("xmlDepth", "nested elements", 64),
  TIME("time", "seconds", Duration.ofHours(1).toNanos());

  private final String key;
  private final String words;
  private final long byDefault;

  Limit(String key, String words, long byDefault) {
    this.key = key;
    this.words = words;
    this.byDefault = byDefault;
  }

  /** Returns the name in {@link ReadLimits}. */
  String key() {
    return key;
  }

  long byDefault() {
    return byDefault;
  }

  static Limit of(String key) {
    for (Limit limit : values()) {
      if (limit.key.equals(key)) {
        return limit;
      }
    }
    throw new IllegalArgumentException("no limit is named " + key);
  }

  WorkbookException exceeded(String where, String allowed, String seen) {
    String wither = "with" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
    return new WorkbookException(
        WorkbookException.Reason.LIMIT_EXCEEDED,
        "%s: expected at most %s %s, found %s; raise the limit with ReadLimits.%s if the file is sound"
            .formatted(where, allowed, words, seen, wither));
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String seconds(Duration time) {
    return time.toMillis() < 10_000
        ? NumberText.plain(time.toMillis() / 1000.0)
        : grouped(time.toSeconds());
  }
}
