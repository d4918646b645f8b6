package dev.ingest.workbook.part;

/**
 * One entry of the central directory.
 *
 * @param name as stored
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the inflated bytes
 * @param compressedSize bytes in the file
 * @param size bytes when inflated
 * @param headerAt position of the local header
 */
public record ZipEntry(
    String name,
    boolean encrypted,
    int method,
    long crc,
    long compressedSize,
    long size,
    long headerAt)
    implements Comparable<ZipEntry> {

  public static final int STORED = 0;
  public static final int DEFLATED = 8;

  /** The flag of entries whose sizes and checksum stand behind their data. */
  static final int DESCRIPTOR = 8;

  /** Orders entries by their place in the file. */
  @Override
  public int compareTo(ZipEntry other) {
    return Long.compare(headerAt, other.headerAt);
  }
}
