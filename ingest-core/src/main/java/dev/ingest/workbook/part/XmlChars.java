package dev.ingest.workbook.part;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML part, decoded strictly from UTF-8 or UTF-16 and nothing else, with line
 * ends made {@code \n} (XML 1.0, 2.11). Damaged characters are an error, never a replacement.
 */
final class XmlChars implements Place, AutoCloseable {

  static final int END = -1;

  private final String part;
  private final Charset charset;
  private final Reader reader;
  private final char[] buffer = new char[16 << 10];
  private int position;
  private int limit;
  private int line = 1;
  private boolean afterReturn;

  /** Null unless somebody asks: its class need not be loaded to read a workbook. */
  private @Nullable XmlTape tape;

  XmlChars(String part, InputStream stream) {
    this.part = part;
    try {
      PushbackInputStream bytes = new PushbackInputStream(stream, 4);
      this.charset = detect(bytes);
      this.reader =
          new InputStreamReader(
              bytes,
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT));
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** Looks at the byte order mark, or at the zeros around the first {@code <}; takes a mark off. */
  private static Charset detect(PushbackInputStream bytes) throws IOException {
    byte[] head = bytes.readNBytes(4);
    int mark = 0;
    Charset charset = StandardCharsets.UTF_8;
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      mark = 3;
    } else if (starts(head, 0xff, 0xfe)) {
      mark = 2;
      charset = StandardCharsets.UTF_16LE;
    } else if (starts(head, 0xfe, 0xff)) {
      mark = 2;
      charset = StandardCharsets.UTF_16BE;
    } else if (starts(head, '<', 0)) {
      charset = StandardCharsets.UTF_16LE;
    } else if (starts(head, 0, '<')) {
      charset = StandardCharsets.UTF_16BE;
    }
    bytes.unread(head, mark, head.length - mark);
    return charset;
  }

  private static boolean starts(byte[] head, int... wanted) {
    boolean same = head.length >= wanted.length;
    for (int i = 0; same && i < wanted.length; i++) {
      same = (head[i] & 0xff) == wanted[i];
    }
    return same;
  }

  /** Returns the part, for messages. */
  String part() {
    return part;
  }

  /** Returns the place for messages: the part and the line. */
  @Override
  public String where() {
    return part + ", line " + line;
  }

  /** Checks the encoding that the XML declaration claims against the one that was found. */
  void checkDeclared(String encoding) {
    boolean wide = !charset.equals(StandardCharsets.UTF_8);
    boolean claimsWide = encoding.regionMatches(true, 0, "UTF-16", 0, 6);
    boolean known =
        claimsWide || encoding.equalsIgnoreCase("UTF-8") || encoding.equalsIgnoreCase("US-ASCII");
    if (!known || wide != claimsWide) {
      throw Damage.unsupported(
          where(),
          "expected UTF-8 or UTF-16 as found in the bytes, found the declared encoding \""
              + Names.shown(encoding)
              + "\"; save the workbook from Excel again");
    }
  }

  /** Returns the next character without taking it, or {@link #END}. */
  int peek() {
    if (position == limit && !fill()) {
      return END;
    }
    char c = buffer[position];
    if (c == '\r') {
      return '\n';
    }
    if (afterReturn && c == '\n') {
      afterReturn = false;
      position++;
      return peek();
    }
    return c;
  }

  /** Takes the next character, or {@link #END}. */
  int take() {
    int c = peek();
    if (c == END) {
      return END;
    }
    char raw = buffer[position++];
    afterReturn = raw == '\r';
    if (c == '\n') {
      line++;
    } else if (c < ' ' && c != '\t' || c >= 0xfffe) {
      throw Damage.at(where(), "expected characters of XML, found \\u%04X".formatted(c));
    }
    return c;
  }

  /** Takes the character that opens markup, where a tape begins anew. */
  int takeMarkup() {
    if (tape != null) {
      tape.mark(position);
    }
    return take();
  }

  /** Keeps the characters of elements from here on. */
  XmlTape tape() {
    XmlTape started = tape == null ? new XmlTape(position) : tape;
    tape = started;
    return started;
  }

  /** Returns what is on the tape, as the part has it. */
  String taped() {
    return tape().text(buffer, position);
  }

  private boolean fill() {
    if (tape != null) {
      tape.turn(buffer, limit);
    }
    try {
      limit = reader.read(buffer);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return false;
      }
      return true;
    } catch (CharacterCodingException broken) {
      throw Damage.at(where(), "expected " + charset + ", found bytes that are none", broken);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private WorkbookException unreadable(IOException failure) {
    return new WorkbookException(
        Reason.UNREADABLE, part + ": expected readable bytes, found " + failure, failure);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }
}
