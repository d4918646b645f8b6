package dev.ingest.lambda.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keys as S3 encodes them in notifications and in tasks of Batch Operations: as HTML forms do, a
 * space becomes a plus sign. Keys of EventBridge, of listings and of people are not encoded.
 */
final class KeyDecoding {

  private static final int HEX = 16;

  private KeyDecoding() {}

  /**
   * Returns the key, or null if it is not encoded so: a broken escape, or bytes that are no UTF-8.
   * Stricter than {@link java.net.URLDecoder}, which takes those for question marks.
   */
  static @Nullable String decode(String encoded) {
    if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
      return encoded;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    int at = 0;
    while (at < encoded.length()) {
      int next = encoded.offsetByCodePoints(at, 1);
      char c = encoded.charAt(at);
      if (c == '%') {
        int value = octet(encoded, at + 1);
        if (value < 0) {
          return null;
        }
        bytes.write(value);
        next = at + 3;
      } else if (c == '+') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(encoded.substring(at, next).getBytes(UTF_8));
      }
      at = next;
    }
    return text(bytes.toByteArray());
  }

  /** Returns the two digits at a place, or -1. */
  private static int octet(String encoded, int at) {
    if (at + 2 > encoded.length()) {
      return -1;
    }
    char high = encoded.charAt(at);
    char low = encoded.charAt(at + 1);
    return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low)
        ? HexFormat.fromHexDigit(high) * HEX + HexFormat.fromHexDigit(low)
        : -1;
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return null;
    }
  }
}
