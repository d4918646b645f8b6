package dev.ingest.workbook;

/**
 * How much one reader may take in; never process-wide. A limit that is passed ends the reading with
 * {@link WorkbookException.Reason#LIMIT_EXCEEDED}. There is no limit on the ratio of compression: a
 * sound file may have 300:1.
 *
 * @param inflatedBytes bytes inflated from all parts together
 * @param partBytes bytes inflated from one part
 * @param entries entries of the zip
 * @param sharedStrings distinct shared strings
 * @param cells cells of one sheet
 * @param textLength characters of one text; Excel's own limit is 32,767
 * @param xmlDepth nesting of elements
 */
public record ReadLimits(
    long inflatedBytes,
    long partBytes,
    int entries,
    int sharedStrings,
    long cells,
    int textLength,
    int xmlDepth) {

  /** Refuses limits below one. */
  public ReadLimits {
    if (inflatedBytes < 1
        || partBytes < 1
        || entries < 1
        || sharedStrings < 1
        || cells < 1
        || textLength < 1
        || xmlDepth < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }

  /** Returns limits that hold every workbook Excel can save in reasonable size. */
  public static ReadLimits defaults() {
    return new ReadLimits(4L << 30, 2L << 30, 10_000, 8_000_000, 100_000_000L, 1 << 20, 64);
  }

  /** Returns these limits with another for the bytes inflated from all parts together. */
  public ReadLimits withInflatedBytes(long limit) {
    return new ReadLimits(limit, partBytes, entries, sharedStrings, cells, textLength, xmlDepth);
  }

  /** Returns these limits with another for the bytes inflated from one part. */
  public ReadLimits withPartBytes(long limit) {
    return new ReadLimits(
        inflatedBytes, limit, entries, sharedStrings, cells, textLength, xmlDepth);
  }

  /** Returns these limits with another for the entries of the zip. */
  public ReadLimits withEntries(int limit) {
    return new ReadLimits(
        inflatedBytes, partBytes, limit, sharedStrings, cells, textLength, xmlDepth);
  }

  /** Returns these limits with another for the distinct shared strings. */
  public ReadLimits withSharedStrings(int limit) {
    return new ReadLimits(inflatedBytes, partBytes, entries, limit, cells, textLength, xmlDepth);
  }

  /** Returns these limits with another for the cells of one sheet. */
  public ReadLimits withCells(long limit) {
    return new ReadLimits(
        inflatedBytes, partBytes, entries, sharedStrings, limit, textLength, xmlDepth);
  }

  /** Returns these limits with another for the characters of one text. */
  public ReadLimits withTextLength(int limit) {
    return new ReadLimits(inflatedBytes, partBytes, entries, sharedStrings, cells, limit, xmlDepth);
  }

  /** Returns these limits with another for the nesting of elements. */
  public ReadLimits withXmlDepth(int limit) {
    return new ReadLimits(
        inflatedBytes, partBytes, entries, sharedStrings, cells, textLength, limit);
  }

  /**
   * Makes the failure for a limit that was passed.
   *
   * @param where the file and part
   * @param name the component of this record
   * @param limit its value
   */
  public static WorkbookException exceeded(String where, String name, long limit) {
    String wither = "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return new WorkbookException(
        WorkbookException.Reason.LIMIT_EXCEEDED,
        "%s: expected at most %s %s, found more; raise the limit with ReadLimits.%s if the file is sound"
            .formatted(where, limit, words(name), wither));
  }

  private static String words(String name) {
    return name.replaceAll("(\\p{Lu})", " $1").toLowerCase(java.util.Locale.ROOT);
  }
}
