package dev.ingest.workbook.part;

import dev.ingest.workbook.ReadLimits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull parser for the XML of a package: elements, attributes and text; well-formedness is
 * checked. A DOCTYPE is refused, so there are no entities to expand and nothing is ever fetched.
 */
public final class XmlReader implements AutoCloseable {

  /** What {@link #next()} stopped at. */
  public enum Event {
    START,
    END,
    TEXT,
    END_DOCUMENT
  }

  private final XmlChars chars;
  private final XmlTokens tokens;
  private final ReadLimits limits;
  private final XmlNamespaces namespaces = new XmlNamespaces();
  private final List<XmlName> open = new ArrayList<>();
  private final XmlAttributes attributes = new XmlAttributes(namespaces);
  private final AlternateContent alternates = new AlternateContent();
  private final StringBuilder text = new StringBuilder();
  private XmlName current = XmlName.NONE;
  private Event event = Event.TEXT;
  private String space = "";
  private boolean known;
  private boolean alternate;
  private boolean tagOpened;
  private boolean selfClosed;
  private boolean rootSeen;
  private boolean dropping;

  public XmlReader(String part, InputStream stream, ReadLimits limits) {
    this.chars = new XmlChars(part, stream);
    this.tokens = new XmlTokens(chars, limits);
    this.limits = limits;
  }

  /** Returns the file and part, for messages. */
  public String part() {
    return chars.part();
  }

  /** Returns the part and line, for messages. */
  public String where() {
    return chars.where();
  }

  /**
   * Moves on. Comments, instructions and what is outside the root are passed over; of alternate
   * content one branch is read as if it stood alone.
   */
  public Event next() {
    event = advance();
    while (alternate && (event == Event.START || event == Event.END)) {
      if (event == Event.END) {
        alternates.leaves(open.size() + 1);
      } else if (!alternates.enters(open.size(), current.local(), isUnderstood())) {
        passOver();
      }
      event = advance();
    }
    return event;
  }

  private boolean isUnderstood() {
    if (!current.local().equals("Choice")) {
      return true;
    }
    String requires = attribute("Requires");
    if (requires == null || requires.isBlank()) {
      throw Damage.at(where(), "expected a choice with Requires, found none");
    }
    return namespaces.understood(requires);
  }

  /** Drops the element just started, whatever is in it. */
  private void passOver() {
    int depth = open.size();
    while (open.size() >= depth) {
      advance();
    }
  }

  private Event advance() {
    attributes.clear();
    if (selfClosed) {
      selfClosed = false;
      return end();
    }
    return tagOpened ? tag() : content();
  }

  /** Returns whether the reader stands at the start of this element of a known namespace. */
  public boolean starts(String local) {
    return event == Event.START && known && current.local().equals(local);
  }

  /** Returns whether the reader stands at the start of an element of a namespace unknown to it. */
  public boolean startsUnknown() {
    return event == Event.START && !known;
  }

  /** Returns whether the reader stands at the end of this element of a known namespace. */
  public boolean ends(String local) {
    return event == Event.END && known && current.local().equals(local);
  }

  /** Returns whether the reader stands at the start of this element of a namespace. */
  public boolean starts(XmlSpace of, String local) {
    return event == Event.START && current.local().equals(local) && of.holds(space);
  }

  /** Returns whether the reader stands at the end of this element of a namespace. */
  public boolean ends(XmlSpace of, String local) {
    return event == Event.END && current.local().equals(local) && of.holds(space);
  }

  /** Returns whether the element just started or ended is of a namespace. */
  public boolean in(XmlSpace of) {
    return of.holds(space);
  }

  /** Returns the name without prefix of the element just started or ended. */
  public String local() {
    return current.local();
  }

  /** Returns the text that the reader stands at, valid until it moves on. */
  public CharSequence text() {
    return text;
  }

  /** Returns an attribute of a namespace, or null. */
  public @Nullable String attribute(XmlSpace of, String local) {
    return attributes.value(of, local);
  }

  /** Returns an attribute without prefix of the element just started, or null. */
  public @Nullable String attribute(String local) {
    return attributes.value(local);
  }

  /** Returns an attribute of the relationships' namespace, such as {@code r:id}, or null. */
  public @Nullable String relationship(String local) {
    return attributes.relationship(local);
  }

  /** Reads to the end of the element just started and returns its own characters. */
  public String elementText() {
    int depth = open.size();
    StringBuilder all = new StringBuilder();
    while (true) {
      Event at = next();
      if (at == Event.TEXT && open.size() == depth) {
        all.append(text);
        tokens.checkLength(all);
      } else if (at == Event.END && open.size() < depth) {
        return all.toString();
      }
    }
  }

  /** Reads to the end of the element just started and drops what it holds. */
  public void skip() {
    int depth = open.size();
    dropping = true; // an image in a flat document is longer than any text may be
    while (next() != Event.END || open.size() >= depth) {
      // every step is dropped
    }
    dropping = false;
  }

  private Event content() {
    text.setLength(0);
    while (true) {
      int c = chars.peek();
      if (c == XmlChars.END) {
        return endOfDocument();
      }
      if (c != '<') {
        characters();
        continue;
      }
      chars.takeMarkup();
      if (chars.peek() == '!') {
        markup();
      } else if (chars.peek() == '?') {
        tokens.instruction();
      } else {
        tagOpened = true;
        return text.length() > 0 ? Event.TEXT : tag();
      }
    }
  }

  private void characters() {
    if (open.isEmpty()) {
      if (!XmlTokens.isSpace(chars.take())) {
        throw Damage.at(where(), "expected one root element, found text beside it");
      }
      return;
    }
    if (dropping) {
      tokens.passCharacters();
    } else {
      tokens.characters(text);
    }
  }

  /** Reads a comment, or a CDATA section into the text; a DOCTYPE is refused. */
  private void markup() {
    chars.take();
    if (chars.peek() == '-') {
      tokens.expect("--");
      tokens.until("-->", null);
    } else if (chars.peek() == '[' && !open.isEmpty()) {
      tokens.expect("[CDATA[");
      tokens.until("]]>", dropping ? null : text);
    } else {
      throw Damage.at(where(), "expected plain XML, found a DOCTYPE, which is not allowed");
    }
  }

  private Event tag() {
    tagOpened = false;
    if (chars.peek() == '/') {
      chars.take();
      XmlName name = tokens.name();
      tokens.skipSpace();
      tokens.expect(">");
      if (open.isEmpty() || !open.get(open.size() - 1).equals(name)) {
        throw Damage.at(where(), "expected the end of " + innermost() + ", found </" + name + ">");
      }
      return end();
    }
    start();
    return Event.START;
  }

  private void start() {
    if (open.isEmpty() && rootSeen) {
      throw Damage.at(where(), "expected one root element, found another");
    }
    rootSeen = true;
    current = tokens.name();
    open.add(current);
    if (open.size() > limits.xmlDepth()) {
      throw ReadLimits.exceeded(where(), "xmlDepth", limits.xmlDepth());
    }
    selfClosed = attributes.read(tokens, open.size());
    attributes.checkBound(current, chars);
    if (open.size() == 1) {
      attributes.checkCompatibility(chars);
    }
    resolve();
  }

  private void resolve() {
    space = namespaces.uri(current.prefix());
    known = XmlNamespaces.isKnown(space);
    alternate = !known && XmlNamespaces.isCompatibility(space);
  }

  private Event end() {
    current = open.remove(open.size() - 1);
    resolve();
    namespaces.leave(open.size() + 1);
    return Event.END;
  }

  private Event endOfDocument() {
    if (!open.isEmpty() || !rootSeen) {
      throw Damage.at(where(), "expected the end of " + innermost() + ", found the part cut short");
    }
    return Event.END_DOCUMENT;
  }

  private String innermost() {
    return open.isEmpty() ? "the document" : "<" + open.get(open.size() - 1) + ">";
  }

  XmlChars chars() {
    return chars;
  }

  @Override
  public void close() {
    chars.close();
  }
}
