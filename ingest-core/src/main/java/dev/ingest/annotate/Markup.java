package dev.ingest.annotate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tags and texts of an XML part one after the other, each as the very characters that the part
 * has, so that what is not changed is copied and not written anew. It trusts that the part was read
 * before by a parser that checks. Not thread-safe.
 */
final class Markup {

  /** What stands here. */
  enum Kind {
    START,
    END,
    /** A tag that closes itself. */
    EMPTY,
    TEXT,
    /** A comment, an instruction, a CDATA section. */
    OTHER
  }

  private static final int FIRST_BUFFER = 16 << 10;

  private final Reader in;
  private char[] buffer = new char[FIRST_BUFFER];
  private int from;
  private int to;
  private int filled;
  private int nameFrom;
  private int nameTo;
  private int depth;
  private Kind kind = Kind.OTHER;

  Markup(Reader in) {
    this.in = in;
  }

  /** Moves on; returns whether there was anything. */
  boolean next() {
    if (kind == Kind.END) {
      depth--;
    }
    from = to;
    if (from == filled && !more()) {
      return false;
    }
    if (buffer[from] == '<') {
      markup();
    } else {
      to = textEnd();
      kind = Kind.TEXT;
    }
    if (kind == Kind.START) {
      depth++;
    }
    return true;
  }

  private void markup() {
    while (filled - from < 4 && more()) {
      // enough to tell the kinds apart
    }
    if (at("<!--")) {
      to = until("-->");
      kind = Kind.OTHER;
    } else if (at("<![")) {
      to = until("]]>");
      kind = Kind.OTHER;
    } else if (at("<?") || at("<!")) {
      to = until(">");
      kind = Kind.OTHER;
    } else {
      tag();
    }
  }

  private boolean at(String start) {
    return filled - from >= start.length()
        && Arrays.equals(
            buffer, from, from + start.length(), start.toCharArray(), 0, start.length());
  }

  /** Finds the end of a tag; a {@code >} in quotes is none. */
  private void tag() {
    char quote = 0;
    int i = 1;
    while (true) {
      if (from + i == filled && !more()) {
        throw new UnfitPartException("a tag without its end");
      }
      char c = buffer[from + i];
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        break;
      }
      i++;
    }
    to = from + i + 1;
    boolean end = buffer[from + 1] == '/';
    boolean empty = buffer[to - 2] == '/';
    kind = end ? Kind.END : empty ? Kind.EMPTY : Kind.START;
    nameFrom = end ? from + 2 : from + 1;
    nameTo = nameFrom;
    while ("/> \t\r\n".indexOf(buffer[nameTo]) < 0) {
      nameTo++;
    }
  }

  private int textEnd() {
    int i = 0;
    while (from + i < filled || more()) {
      if (buffer[from + i] == '<') {
        return from + i;
      }
      i++;
    }
    return filled;
  }

  /** Returns the position after the next likeness of a text. */
  private int until(String text) {
    int i = 0;
    while (true) {
      while (from + i + text.length() > filled) {
        if (!more()) {
          throw new UnfitPartException("markup without its end");
        }
      }
      if (matches(text, from + i)) {
        return from + i + text.length();
      }
      i++;
    }
  }

  private boolean matches(String text, int at) {
    for (int i = 0; i < text.length(); i++) {
      if (buffer[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Reads more behind what is there; what stands at {@code from} moves to the front. */
  private boolean more() {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      filled -= from;
      to -= from;
      from = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    try {
      int count = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(0, count);
      return count > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Kind kind() {
    return kind;
  }

  /** Returns how many elements are open here, that of a start or end tag included. */
  int depth() {
    return depth;
  }

  /** Returns whether a tag starts an element of this name, whatever its prefix, closed or not. */
  boolean starts(String local) {
    return (kind == Kind.START || kind == Kind.EMPTY) && isNamed(local);
  }

  /** Returns whether an element of this name ends here, be it by a tag that closes itself. */
  boolean ends(String local) {
    return (kind == Kind.END || kind == Kind.EMPTY) && isNamed(local);
  }

  private boolean isNamed(String local) {
    int start = nameTo - local.length();
    return start >= nameFrom
        && (start == nameFrom || buffer[start - 1] == ':')
        && matches(local, start);
  }

  /** Returns the name of a tag without its prefix. */
  String local() {
    String name = new String(buffer, nameFrom, nameTo - nameFrom);
    return name.substring(name.indexOf(':') + 1);
  }

  /** Returns the prefix of a tag with its colon, empty where it has none. */
  String prefix() {
    String name = new String(buffer, nameFrom, nameTo - nameFrom);
    return name.substring(0, name.indexOf(':') + 1);
  }

  /** Returns the value of an attribute as it is named in this tag, or null. */
  @Nullable String attribute(String name) {
    return Tags.attribute(raw(), name);
  }

  /** Returns the characters. */
  String raw() {
    return new String(buffer, from, to - from);
  }

  /** Copies the characters. */
  void copyTo(Writer out) throws IOException {
    out.write(buffer, from, to - from);
  }
}
