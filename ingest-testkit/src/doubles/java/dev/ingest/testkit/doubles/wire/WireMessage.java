package dev.ingest.testkit.doubles.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message of the PostgreSQL protocol after the start-up: a letter for its type, and a body.
 *
 * <p>Source: PostgreSQL documentation, "Frontend/Backend Protocol", Message Formats.
 */
public final class WireMessage {

  private static final int LENGTH_FIELD = 4;

  private final char type;
  private final byte[] body;

  /**
   * A message of these parts.
   *
   * @param type the letter, whose meaning depends on the direction
   * @param body what follows the length; not copied
   */
  public WireMessage(char type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  /** The next message, or null where the stream ends. */
  static @Nullable WireMessage read(DataInputStream in) throws IOException {
    int type = in.read();
    if (type < 0) {
      return null;
    }
    int length = in.readInt() - LENGTH_FIELD;
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the connection ended inside of a message");
    }
    return new WireMessage((char) type, body);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(type);
    out.writeInt(body.length + LENGTH_FIELD);
    out.write(body);
  }

  /**
   * The letter of the type.
   *
   * @return such as {@code Q} for a query
   */
  public char type() {
    return type;
  }

  /**
   * The number of bytes in the body.
   *
   * @return 0 or more
   */
  public int length() {
    return body.length;
  }

  /**
   * A string of the body, which ends with a zero byte.
   *
   * @param index how many strings come before it
   * @return the text, in UTF-8 as clients of Java ask for
   */
  public String string(int index) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start = end(start) + 1;
    }
    return new String(body, start, end(start) - start, UTF_8);
  }

  /**
   * The same message with another text for one of its strings.
   *
   * @param index how many strings come before it
   * @param text the new text
   * @return a message of the same type
   */
  public WireMessage withString(int index, String text) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start = end(start) + 1;
    }
    int rest = end(start);
    byte[] bytes = text.getBytes(UTF_8);
    ByteBuffer changed = ByteBuffer.allocate(start + bytes.length + body.length - rest);
    changed.put(body, 0, start).put(bytes).put(body, rest, body.length - rest);
    return new WireMessage(type, changed.array());
  }

  private int end(int start) {
    int end = start;
    while (body[end] != 0) {
      end++;
    }
    return end;
  }
}
