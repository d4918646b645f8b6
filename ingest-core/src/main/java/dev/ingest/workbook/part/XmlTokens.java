package dev.ingest.workbook.part;

import dev.ingest.workbook.ReadLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The small pieces of XML's grammar: names, attributes, references, text. */
final class XmlTokens {

  private static final int MAX_ATTRIBUTES = 512;

  private final XmlChars chars;
  private final int longest;
  private final StringBuilder scratch = new StringBuilder();

  XmlTokens(XmlChars chars, ReadLimits limits) {
    this.chars = chars;
    this.longest = limits.textLength();
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\t';
  }

  /** Reads a qualified name. */
  XmlName name() {
    scratch.setLength(0);
    int colon = -1;
    int c = chars.peek();
    while (isNameChar(c)) {
      if (c == ':' && colon < 0) {
        colon = scratch.length();
      }
      scratch.append((char) chars.take());
      checkLength(scratch);
      c = chars.peek();
    }
    char first = scratch.isEmpty() ? '-' : scratch.charAt(0);
    if (first == '-' || first == '.' || first >= '0' && first <= '9') {
      throw Damage.at(chars.where(), "expected a name, found " + shown(c));
    }
    return colon <= 0
        ? new XmlName("", scratch.toString())
        : new XmlName(scratch.substring(0, colon), scratch.substring(colon + 1));
  }

  private static boolean isNameChar(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= ':'
        || c == '_'
        || c == '-'
        || c == '.'
        || c >= 0x80;
  }

  /**
   * Reads the attributes and the end of a start tag.
   *
   * @return whether the element is closed by the same tag
   */
  boolean attributes(List<XmlAttribute> into) {
    while (true) {
      boolean spaced = skipSpace();
      int c = chars.peek();
      if (c == '>') {
        chars.take();
        return false;
      }
      if (c == '/') {
        expect("/>");
        return true;
      }
      if (!spaced) {
        throw Damage.at(chars.where(), "expected the end of a tag, found " + shown(c));
      }
      add(attribute(), into);
    }
  }

  private XmlAttribute attribute() {
    XmlName name = name();
    skipSpace();
    expect("=");
    skipSpace();
    int quote = chars.take();
    if (quote != '"' && quote != '\'') {
      throw Damage.at(chars.where(), "expected a quoted attribute value, found " + shown(quote));
    }
    scratch.setLength(0);
    int c = chars.take();
    while (c != quote) {
      if (c == XmlChars.END || c == '<') {
        throw Damage.at(chars.where(), "expected the end of an attribute, found " + shown(c));
      }
      if (c == '&') {
        reference(scratch);
      } else {
        scratch.append(isSpace(c) ? ' ' : (char) c);
      }
      checkLength(scratch);
      c = chars.take();
    }
    return new XmlAttribute(name, scratch.toString());
  }

  private void add(XmlAttribute attribute, List<XmlAttribute> into) {
    if (into.size() == MAX_ATTRIBUTES) {
      throw Damage.at(chars.where(), "expected at most 512 attributes, found more");
    }
    into.add(attribute);
    if (into.size() > 16 ? repeatsMany(into) : repeats(into)) {
      throw Damage.at(chars.where(), "expected each attribute once, found " + attribute.name());
    }
  }

  private static boolean repeats(List<XmlAttribute> all) {
    XmlName last = all.get(all.size() - 1).name();
    for (int i = all.size() - 2; i >= 0; i--) {
      if (all.get(i).name().equals(last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean repeatsMany(List<XmlAttribute> all) {
    Set<XmlName> names = new HashSet<>();
    for (XmlAttribute attribute : all) {
      if (!names.add(attribute.name())) {
        return true;
      }
    }
    return false;
  }

  /** Reads text up to the next {@code <} or the end. */
  void characters(StringBuilder into) {
    int c = chars.peek();
    while (c != '<' && c != XmlChars.END) {
      chars.take();
      if (c == '&') {
        reference(into);
      } else {
        into.append((char) c);
      }
      checkLength(into);
      c = chars.peek();
    }
  }

  /** Passes over text up to the next {@code <} or the end; its references are checked. */
  void passCharacters() {
    int c = chars.peek();
    while (c != '<' && c != XmlChars.END) {
      chars.take();
      if (c == '&') {
        scratch.setLength(0);
        reference(scratch);
      }
      c = chars.peek();
    }
  }

  /** Reads a reference whose {@code &} is taken: XML 1.0, 4.1; of entities only the five. */
  private void reference(StringBuilder into) {
    StringBuilder name = new StringBuilder();
    int c = chars.take();
    while (c != ';') {
      if (c == XmlChars.END || name.length() > 10) {
        throw Damage.at(chars.where(), "expected a reference, found &" + Names.shown(name + ""));
      }
      name.append((char) c);
      c = chars.take();
    }
    into.appendCodePoint(References.codePoint(chars, name.toString()));
  }

  /** Reads a processing instruction whose {@code <} is taken; the declaration is checked. */
  void instruction() {
    chars.take();
    StringBuilder body = new StringBuilder();
    until("?>", body);
    if (body.length() > 4 && body.substring(0, 3).equals("xml") && isSpace(body.charAt(3))) {
      String encoding = pseudoAttribute(body.toString(), "encoding");
      if (encoding != null) {
        chars.checkDeclared(encoding);
      }
    }
  }

  private static @Nullable String pseudoAttribute(String body, String name) {
    int at = body.indexOf(name);
    int quote = at < 0 ? -1 : body.indexOf('=', at) + 1;
    while (quote > 0 && quote < body.length() && isSpace(body.charAt(quote))) {
      quote++;
    }
    if (quote <= 0 || quote >= body.length()) {
      return null;
    }
    int end = body.indexOf(body.charAt(quote), quote + 1);
    return end < 0 ? null : body.substring(quote + 1, end);
  }

  /** Reads to a terminator, which is taken; what stands before it goes into the text, if wanted. */
  void until(String terminator, @Nullable StringBuilder into) {
    int matched = 0;
    while (matched < terminator.length()) {
      int c = chars.take();
      if (c == XmlChars.END) {
        throw Damage.at(chars.where(), "expected " + terminator + ", found the end of the part");
      }
      if (into != null) {
        into.append((char) c);
        checkLength(into);
      }
      matched = step(terminator, matched, (char) c);
    }
    if (into != null) {
      into.setLength(into.length() - terminator.length());
    }
  }

  /** Advances a match; all terminators here are a run of one character, then {@code >}. */
  private static int step(String terminator, int matched, char c) {
    if (terminator.charAt(matched) == c) {
      return matched + 1;
    }
    return c == terminator.charAt(0) ? Math.max(matched, 1) : 0;
  }

  void expect(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      int c = chars.take();
      if (c != literal.charAt(i)) {
        throw Damage.at(chars.where(), "expected " + literal + ", found " + shown(c));
      }
    }
  }

  /** Returns whether there was any. */
  boolean skipSpace() {
    boolean any = false;
    while (isSpace(chars.peek())) {
      chars.take();
      any = true;
    }
    return any;
  }

  void checkLength(StringBuilder text) {
    if (text.length() > longest) {
      throw ReadLimits.exceeded(chars.where(), "textLength", longest);
    }
  }

  private static String shown(int c) {
    return c == XmlChars.END ? "the end of the part" : "'" + Names.shown((char) c + "") + "'";
  }
}
