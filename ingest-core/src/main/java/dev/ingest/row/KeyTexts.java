package dev.ingest.row;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes some values of a row as bytes that are equal where the values are, as a database compares
 * them: 1.0 and 1.00 are one number, and so are 0.0 and -0.0.
 */
final class KeyTexts {

  private static final byte[] NULL = {};

  private KeyTexts() {}

  /** Returns the bytes; each value's length stands before it, so that no two rows run together. */
  static byte[] of(@Nullable Object... values) {
    byte[][] texts = new byte[values.length][];
    int size = 0;
    for (int i = 0; i < texts.length; i++) {
      Object value = values[i];
      texts[i] = value == null ? NULL : text(value).getBytes(StandardCharsets.UTF_8);
      size += Integer.BYTES + texts[i].length;
    }
    ByteBuffer key = ByteBuffer.allocate(size);
    for (byte[] text : texts) {
      key.putInt(text == NULL ? -1 : text.length).put(text);
    }
    return key.array();
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toString();
    }
    if (value instanceof Double number) {
      return Double.toString(number + 0.0);
    }
    if (value instanceof Float number) {
      return Float.toString(number + 0.0f);
    }
    return value instanceof Enum<?> constant ? constant.name() : escaped(value.toString());
  }

  /** Half a surrogate pair has no bytes of its own, and would be equal to any other half. */
  private static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return '\u0001' + hex(text);
      }
    }
    return text.startsWith("\u0001") ? '\u0001' + hex(text) : text;
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      hex.append(Integer.toHexString(0x10000 | text.charAt(i)), 1, 5);
    }
    return hex.toString();
  }
}
