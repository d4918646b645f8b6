package dev.ingest.workbook;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How much one reader may take in; never process-wide. A limit that is passed ends the reading with
 * {@link WorkbookException.Reason#LIMIT_EXCEEDED}. There is no limit on the ratio of compression: a
 * sound file may have 300:1. Immutable and thread-safe.
 */
public final class ReadLimits {

  private static final ReadLimits DEFAULTS = new ReadLimits(valuesByDefault());

  private final long[] values;

  private ReadLimits(long[] values) {
    this.values = values;
  }

  /** Returns limits that hold every workbook Excel can save in reasonable size. */
  public static ReadLimits defaults() {
    return DEFAULTS;
  }

  /** Returns the most bytes of the file itself, before anything is inflated. */
  public long sourceBytes() {
    return value(Limit.SOURCE_BYTES);
  }

  /** Returns these limits with another for the bytes of the file itself. */
  public ReadLimits withSourceBytes(long limit) {
    return with(Limit.SOURCE_BYTES, limit);
  }

  /** Returns how many bytes of a stream stay in memory; past them a temporary file is used. */
  public int spooledMemory() {
    return (int) value(Limit.SPOOLED_MEMORY);
  }

  /** Returns these limits with another for the bytes of a stream that stay in memory. */
  public ReadLimits withSpooledMemory(int limit) {
    return with(Limit.SPOOLED_MEMORY, limit);
  }

  /** Returns the most bytes inflated from all parts together. */
  public long inflatedBytes() {
    return value(Limit.INFLATED_BYTES);
  }

  /** Returns these limits with another for the bytes inflated from all parts together. */
  public ReadLimits withInflatedBytes(long limit) {
    return with(Limit.INFLATED_BYTES, limit);
  }

  /** Returns the most bytes inflated from one part. */
  public long partBytes() {
    return value(Limit.PART_BYTES);
  }

  /** Returns these limits with another for the bytes inflated from one part. */
  public ReadLimits withPartBytes(long limit) {
    return with(Limit.PART_BYTES, limit);
  }

  /** Returns the most entries of the zip. */
  public int entries() {
    return (int) value(Limit.ENTRIES);
  }

  /** Returns these limits with another for the entries of the zip. */
  public ReadLimits withEntries(int limit) {
    return with(Limit.ENTRIES, limit);
  }

  /**
   * Returns the most that a workbook may declare beside its cells, of one sort each: defined names,
   * tables and their columns, merged areas of a sheet.
   */
  public int declarations() {
    return (int) value(Limit.DECLARATIONS);
  }

  /** Returns these limits with another for what is declared beside the cells. */
  public ReadLimits withDeclarations(int limit) {
    return with(Limit.DECLARATIONS, limit);
  }

  /** Returns the most distinct shared strings. */
  public int sharedStrings() {
    return (int) value(Limit.SHARED_STRINGS);
  }

  /** Returns these limits with another for the distinct shared strings. */
  public ReadLimits withSharedStrings(int limit) {
    return with(Limit.SHARED_STRINGS, limit);
  }

  /** Returns the most stored rows of one sheet. */
  public long rows() {
    return value(Limit.ROWS);
  }

  /** Returns these limits with another for the stored rows of one sheet. */
  public ReadLimits withRows(long limit) {
    return with(Limit.ROWS, limit);
  }

  /** Returns the last column that may hold a cell, counted from 1. */
  public int columns() {
    return (int) value(Limit.COLUMNS);
  }

  /** Returns these limits with another for the last column that may hold a cell. */
  public ReadLimits withColumns(int limit) {
    return with(Limit.COLUMNS, limit);
  }

  /** Returns the most stored cells of one sheet. */
  public long cells() {
    return value(Limit.CELLS);
  }

  /** Returns these limits with another for the stored cells of one sheet. */
  public ReadLimits withCells(long limit) {
    return with(Limit.CELLS, limit);
  }

  /** Returns the most characters of one text; Excel's own limit is 32,767. */
  public int textLength() {
    return (int) value(Limit.TEXT_LENGTH);
  }

  /** Returns these limits with another for the characters of one text. */
  public ReadLimits withTextLength(int limit) {
    return with(Limit.TEXT_LENGTH, limit);
  }

  /** Returns the deepest nesting of elements. */
  public int xmlDepth() {
    return (int) value(Limit.XML_DEPTH);
  }

  /** Returns these limits with another for the nesting of elements. */
  public ReadLimits withXmlDepth(int limit) {
    return with(Limit.XML_DEPTH, limit);
  }

  /**
   * Returns how long a workbook may be read, from its opening: time on the clock, in which the
   * caller's own work between the rows counts. It is looked at now and then, not at once.
   */
  public Duration time() {
    return Duration.ofNanos(value(Limit.TIME));
  }

  /** Returns these limits with another for the time; at most 292 years. */
  public ReadLimits withTime(Duration limit) {
    return with(Limit.TIME, limit.toNanos());
  }

  private static long[] valuesByDefault() {
    Limit[] all = Limit.values();
    long[] values = new long[all.length];
    for (int i = 0; i < all.length; i++) {
      values[i] = all[i].byDefault();
    }
    return values;
  }

  private long value(Limit limit) {
    return values[index(limit)];
  }

  @SuppressWarnings("EnumOrdinal") // limits are asked for at each row: a map would cost
  private static int index(Limit limit) {
    return limit.ordinal();
  }

  private ReadLimits with(Limit limit, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
    long[] changed = values.clone();
    changed[index(limit)] = value;
    return new ReadLimits(changed);
  }

  /**
   * Makes the failure for a limit that was passed, where it is not known by how much.
   *
   * @param where the file and part
   * @param name the limit's name in this class
   * @param limit its value
   */
  public static WorkbookException exceeded(String where, String name, long limit) {
    return Limit.of(name).exceeded(where, Limit.grouped(limit), "more");
  }

  /**
   * Makes the failure for a limit that was passed.
   *
   * @param where the file and part
   * @param name the limit's name in this class
   * @param limit its value
   * @param seen how many there are
   */
  public static WorkbookException exceeded(String where, String name, long limit, long seen) {
    return Limit.of(name).exceeded(where, Limit.grouped(limit), Limit.grouped(seen));
  }

  /** Makes the failure for the time that has passed. */
  public static WorkbookException exceeded(String where, Duration limit, Duration seen) {
    return Limit.TIME.exceeded(where, Limit.seconds(limit), Limit.seconds(seen));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReadLimits limits && Arrays.equals(values, limits.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Lists all limits; the time is in nanoseconds. */
  @Override
  public String toString() {
    return Arrays.stream(Limit.values())
        .map(limit -> limit.key() + "=" + value(limit))
        .collect(Collectors.joining(", ", "ReadLimits[", "]"));
  }
}
