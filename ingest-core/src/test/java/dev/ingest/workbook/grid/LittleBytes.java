package dev.ingest.workbook.grid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes as the binary formats order them, for tests that write them field by field. */
public final class LittleBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LittleBytes() {}

  public static LittleBytes bytes() {
    return new LittleBytes();
  }

  public LittleBytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  public LittleBytes u16(int... values) {
    for (int value : values) {
      u8(value, value >> 8);
    }
    return this;
  }

  public LittleBytes u32(long... values) {
    for (long value : values) {
      u16((int) value, (int) (value >> 16));
    }
    return this;
  }

  public LittleBytes f64(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return u32(bits, bits >> 32);
  }

  public LittleBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public LittleBytes text(String text, Charset charset) {
    return raw(text.getBytes(charset));
  }

  public LittleBytes wide(String text) {
    return text(text, StandardCharsets.UTF_16LE);
  }

  public int size() {
    return out.size();
  }

  public byte[] array() {
    return out.toByteArray();
  }
}
