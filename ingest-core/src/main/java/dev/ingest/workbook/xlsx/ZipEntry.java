package dev.ingest.workbook.xlsx;

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
record ZipEntry(
    String name,
    boolean encrypted,
    int method,
    long crc,
    long compressedSize,
    long size,
    long headerAt) {

  static final int STORED = 0;
  static final int DEFLATED = 8;
}
