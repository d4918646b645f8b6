package dev.ingest.testkit.workbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A zip written field by field (PKWARE's APPNOTE, 4.3), so that each field can lie. All times are
 * 1980-01-01 00:00: the same entries give the same bytes. Not thread-safe.
 */
public final class ZipBuilder {

  /** The flag of entries whose sizes stand behind their data. */
  static final int DESCRIPTOR = 8;

  private static final int UTF_8_NAMES = 0x800;
  private static final int DATE_1980 = 0x21;
  private static final long WIDE = 0xffffffffL;

  private final List<ZipItem> items = new ArrayList<>();
  private final List<ZipItem> unlisted = new ArrayList<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private boolean zip64;
  private byte[] prefix = {};
  private boolean counted;

  private ZipBuilder() {}

  /** Starts an empty zip. */
  public static ZipBuilder zip() {
    return new ZipBuilder();
  }

  /** Adds an entry, even where there is one of its name. */
  public ZipBuilder add(ZipItem item) {
    items.add(item);
    return this;
  }

  /**
   * Changes an entry.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ZipBuilder change(String name, UnaryOperator<ZipItem> change) {
    items.set(indexOf(name), change.apply(items.get(indexOf(name))));
    return this;
  }

  /** Changes all entries. */
  public ZipBuilder changeAll(UnaryOperator<ZipItem> change) {
    items.replaceAll(change);
    return this;
  }

  /** Adds an entry to the directory whose position is that of another entry's data. */
  public ZipBuilder alias(String name, String of) {
    aliases.put(name, of);
    return this;
  }

  /** Adds an entry that the directory does not list, behind the others. */
  public ZipBuilder unlisted(ZipItem item) {
    unlisted.add(item);
    return this;
  }

  /** Puts bytes before the first entry; the positions in the zip count from its first entry. */
  public ZipBuilder prefix(String text) {
    prefix = text.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  /** Puts bytes before the first entry and counts them in all positions. */
  public ZipBuilder countedPrefix(String text) {
    counted = true;
    return prefix(text);
  }

  /** Writes sizes and positions in the wide fields that zips past 4 GiB need. */
  public ZipBuilder zip64() {
    zip64 = true;
    return this;
  }

  /** Returns the zip. */
  public byte[] bytes() {
    Bytes out = new Bytes();
    out.raw(counted ? prefix : new byte[0]);
    Bytes directory = new Bytes();
    for (ZipItem item : items) {
      directoryEntry(directory, item, out.size());
      for (Map.Entry<String, String> alias : aliases.entrySet()) {
        if (alias.getValue().equals(item.name())) {
          directoryEntry(directory, item.withName(alias.getKey()), out.size());
        }
      }
      localEntry(out, item);
    }
    unlisted.forEach(item -> localEntry(out, item));
    long at = out.size();
    out.raw(directory.toByteArray());
    if (zip64) {
      wideEnd(out, directory.size(), at);
    }
    end(out, directory.size(), at);
    Bytes all = new Bytes();
    all.raw(counted ? new byte[0] : prefix);
    all.raw(out.toByteArray());
    return all.toByteArray();
  }

  private int indexOf(String name) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no entry " + name);
  }

  private static void localEntry(Bytes out, ZipItem item) {
    boolean streamed = (item.flags() & DESCRIPTOR) != 0;
    byte[] name = item.localName().getBytes(StandardCharsets.UTF_8);
    out.u32(0x04034b50L).u16(20);
    claims(out, item);
    out.u32(streamed ? 0 : item.localCrc());
    out.u32(streamed ? 0 : item.packed().length);
    out.u32(streamed ? 0 : item.size());
    out.u16(name.length).u16(0);
    out.raw(name).raw(item.packed());
    if (streamed) {
      out.u32(0x08074b50L).u32(item.crc()).u32(item.packed().length).u32(item.size());
    }
  }

  private void directoryEntry(Bytes out, ZipItem item, long at) {
    byte[] name = item.name().getBytes(StandardCharsets.UTF_8);
    out.u32(0x02014b50L).u16(20).u16(20);
    claims(out, item);
    out.u32(item.crc());
    out.u32(zip64 ? WIDE : item.packed().length);
    out.u32(zip64 ? WIDE : item.size());
    out.u16(name.length).u16(zip64 ? 28 : 0).u16(0);
    out.u16(0).u16(0).u32(0);
    out.u32(zip64 ? WIDE : at);
    out.raw(name);
    if (zip64) {
      out.u16(1).u16(24).u64(item.size()).u64(item.packed().length).u64(at);
    }
  }

  private static void claims(Bytes out, ZipItem item) {
    out.u16(item.flags() | UTF_8_NAMES).u16(item.method()).u16(0).u16(DATE_1980);
  }

  private void wideEnd(Bytes out, long size, long at) {
    long recordAt = out.size();
    out.u32(0x06064b50L).u64(44).u16(45).u16(45).u32(0).u32(0);
    out.u64(items.size() + aliases.size()).u64(items.size() + aliases.size()).u64(size).u64(at);
    out.u32(0x07064b50L).u32(0).u64(recordAt).u32(1);
  }

  private void end(Bytes out, long size, long at) {
    int count = zip64 ? 0xffff : items.size() + aliases.size();
    out.u32(0x06054b50L).u16(0).u16(0).u16(count).u16(count);
    out.u32(zip64 ? WIDE : size).u32(zip64 ? WIDE : at).u16(0);
  }

  /** Little-endian integers. */
  private static final class Bytes extends ByteArrayOutputStream {

    Bytes u16(long value) {
      write((int) value & 0xff);
      write((int) (value >>> 8) & 0xff);
      return this;
    }

    Bytes u32(long value) {
      return u16(value & 0xffff).u16(value >>> 16 & 0xffff);
    }

    Bytes u64(long value) {
      return u32(value & WIDE).u32(value >>> 32);
    }

    Bytes raw(byte[] bytes) {
      writeBytes(bytes);
      return this;
    }
  }
}
