package dev.ingest.testkit.workbook;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One entry of a {@link ZipBuilder}: sound, until one of its claims is replaced. Immutable.
 *
 * <p>The claims of the directory and of the local header are the same, but for the name and where a
 * method says so.
 */
public final class ZipItem {

  private static final int DEFLATED = 8;

  private final String name;
  private final String localName;
  private final byte[] packed;
  private final int method;
  private final int flags;
  private final long crc;
  private final long localCrc;
  private final long size;

  private ZipItem(
      String name,
      String localName,
      byte[] packed,
      int method,
      int flags,
      long crc,
      long localCrc,
      long size) {
    this.name = name;
    this.localName = localName;
    this.packed = packed;
    this.method = method;
    this.flags = flags;
    this.crc = crc;
    this.localCrc = localCrc;
    this.size = size;
  }

  /** Makes an entry that is stored as it is. */
  public static ZipItem stored(String name, byte[] content) {
    return new ZipItem(
        name, name, content.clone(), 0, 0, crcOf(content), crcOf(content), content.length);
  }

  /** Makes a compressed entry. */
  public static ZipItem deflated(String name, byte[] content) {
    return new ZipItem(
        name, name, deflate(content), DEFLATED, 0, crcOf(content), crcOf(content), content.length);
  }

  /** Returns this entry under another name. */
  public ZipItem withName(String other) {
    return new ZipItem(other, other, packed, method, flags, crc, localCrc, size);
  }

  /** Returns this entry with a local header that names it otherwise than the directory does. */
  public ZipItem withLocalName(String other) {
    return new ZipItem(name, other, packed, method, flags, crc, localCrc, size);
  }

  /** Returns this entry with another method claimed; the data stay as they are. */
  public ZipItem withMethod(int other) {
    return new ZipItem(name, localName, packed, other, flags, crc, localCrc, size);
  }

  /** Returns this entry with other general purpose flags: 1 is encrypted. */
  public ZipItem withFlags(int other) {
    return new ZipItem(name, localName, packed, method, other, crc, localCrc, size);
  }

  /** Returns this entry with another checksum claimed. */
  public ZipItem withCrc(long other) {
    return new ZipItem(name, localName, packed, method, flags, other, other, size);
  }

  /** Returns this entry with another checksum claimed by the local header alone. */
  public ZipItem withLocalCrc(long other) {
    return new ZipItem(name, localName, packed, method, flags, crc, other, size);
  }

  /** Returns this entry with another inflated size claimed. */
  public ZipItem withSize(long other) {
    return new ZipItem(name, localName, packed, method, flags, crc, localCrc, other);
  }

  /** Returns this entry with the sizes behind the data, as streaming writers put them. */
  public ZipItem streamed() {
    return withFlags(flags | ZipBuilder.DESCRIPTOR);
  }

  /** Returns the name in the directory. */
  public String name() {
    return name;
  }

  String localName() {
    return localName;
  }

  byte[] packed() {
    return packed;
  }

  int method() {
    return method;
  }

  int flags() {
    return flags;
  }

  long crc() {
    return crc;
  }

  long localCrc() {
    return localCrc;
  }

  long size() {
    return size;
  }

  private static long crcOf(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] packed = new byte[content.length + 64 + content.length / 1000];
      int length = 0;
      while (!deflater.finished()) {
        length += deflater.deflate(packed, length, packed.length - length);
      }
      return Corruption.truncate(packed, length);
    } finally {
      deflater.end();
    }
  }
}
