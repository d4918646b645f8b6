package dev.ingest.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text fields: quoted where they must be, and where a database could take them for something else.
 * Fields written lately are remembered by their string, since the texts of a sheet repeat and the
 * reader gives the same string for the same shared one.
 */
final class CsvText {

  private static final int RECENT = 1 << 10;
  private static final int LONGEST = 64;

  /** 1 for what must be quoted; 2 for what an encoder puts in the place of half a character. */
  private static final byte[] CLASS = classes();

  private final @Nullable String[] texts = new @Nullable String[RECENT];
  private final byte[][] fields = new byte[RECENT][];

  private static byte[] classes() {
    byte[] classes = new byte[256];
    classes['"'] = 1;
    classes[','] = 1;
    classes['\n'] = 1;
    classes['\r'] = 1;
    classes['?'] = 2;
    return classes;
  }

  /** Returns the field with a comma behind it. */
  byte[] field(String text) throws IOException {
    int slot = text.hashCode() & RECENT - 1;
    return isRecent(slot, text) ? fields[slot] : remembered(slot, text);
  }

  private byte[] remembered(int slot, String text) throws IOException {
    byte[] field = made(text);
    if (field.length <= LONGEST) {
      texts[slot] = text;
      fields[slot] = field;
    }
    return field;
  }

  @SuppressWarnings("ReferenceEquality") // the same string, not an equal one, is what is quick
  private boolean isRecent(int slot, String text) {
    return texts[slot] == text;
  }

  private static byte[] made(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int found = 0;
    for (byte b : bytes) {
      found |= CLASS[b & 0xff];
    }
    if ((found & 2) != 0) {
      bytes = strict(text);
    }
    if ((found & 1) != 0 || hasOddEnds(text)) {
      return ('"' + text.replace("\"", "\"\"") + "\",").getBytes(StandardCharsets.UTF_8);
    }
    byte[] field = Arrays.copyOf(bytes, bytes.length + 1);
    field[bytes.length] = ',';
    return field;
  }

  /** Encodes, or fails where there is half a surrogate pair. */
  private static byte[] strict(String text) throws IOException {
    ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  /** Empty text is not null; {@code \.} alone on a line would end the data before PostgreSQL 18. */
  private static boolean hasOddEnds(String text) {
    return text.isEmpty()
        || text.charAt(0) == '\\'
        || text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' ';
  }
}
