package dev.ingest.annotate;

import org.jspecify.annotations.Nullable;

/** Attributes of a tag that is kept as text, and texts made fit to stand in one. */
final class Tags {

  private Tags() {}

  /** Returns the value of an attribute, its references resolved, or null. */
  static @Nullable String attribute(String tag, String name) {
    int at = find(tag, name);
    if (at < 0) {
      return null;
    }
    int quote = valueAt(tag, at + name.length());
    return unescape(tag.substring(quote + 1, tag.indexOf(tag.charAt(quote), quote + 1)));
  }

  /** Returns the tag with an attribute of this value, in place of the one it had, if any. */
  static String with(String tag, String name, String value) {
    int at = find(tag, name);
    String written = name + "=\"" + escape(value) + "\"";
    if (at >= 0) {
      int quote = valueAt(tag, at + name.length());
      int end = tag.indexOf(tag.charAt(quote), quote + 1) + 1;
      return tag.substring(0, at) + written + tag.substring(end);
    }
    int end = tag.endsWith("/>") ? tag.length() - 2 : tag.length() - 1;
    return tag.substring(0, end).stripTrailing() + " " + written + tag.substring(end);
  }

  /** Returns the tag without an attribute. */
  static String without(String tag, String name) {
    int at = find(tag, name);
    if (at < 0) {
      return tag;
    }
    int quote = valueAt(tag, at + name.length());
    int end = tag.indexOf(tag.charAt(quote), quote + 1) + 1;
    return tag.substring(0, at).stripTrailing() + tag.substring(end);
  }

  /** Returns the value of the first attribute with a prefix and this local name, or null. */
  static @Nullable String prefixed(String tag, String local) {
    int colon = tag.indexOf(":" + local + "=");
    if (colon < 0) {
      return null;
    }
    int start = colon;
    while (start > 0 && !isSpace(tag.charAt(start - 1))) {
      start--;
    }
    return attribute(tag, tag.substring(start, colon + 1 + local.length()));
  }

  /** Returns a number that an attribute holds, or another where it holds none. */
  static int number(String tag, String name, int otherwise) {
    String value = attribute(tag, name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException none) {
      throw new UnfitPartException("a number expected in " + name + ", found none", none);
    }
  }

  /** Returns where the attribute's name is, or -1; its likeness in another's value is none. */
  private static int find(String tag, String name) {
    int i = 1;
    while (i < tag.length() && !isSpace(tag.charAt(i))) {
      i++;
    }
    while (i < tag.length()) {
      while (i < tag.length() && (isSpace(tag.charAt(i)) || tag.charAt(i) == '/')) {
        i++;
      }
      int start = i;
      while (i < tag.length() && tag.charAt(i) != '=' && tag.charAt(i) != '>') {
        i++;
      }
      if (i >= tag.length() || tag.charAt(i) == '>') {
        return -1;
      }
      if (tag.substring(start, i).strip().equals(name)) {
        return start;
      }
      int quote = valueAt(tag, i);
      i = tag.indexOf(tag.charAt(quote), quote + 1) + 1;
    }
    return -1;
  }

  private static int valueAt(String tag, int from) {
    int i = from;
    while (i < tag.length() && tag.charAt(i) != '"' && tag.charAt(i) != '\'') {
      i++;
    }
    if (i == tag.length() || tag.indexOf(tag.charAt(i), i + 1) < 0) {
      throw new UnfitPartException("an attribute with its value was expected, and none found");
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** Returns text for an attribute or an element; what XML cannot hold becomes U+FFFD. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> escape(escaped, c));
    return escaped.toString();
  }

  private static void escape(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\n' -> escaped.append("&#10;");
      case '\r' -> escaped.append("&#13;");
      case '\t' -> escaped.append("&#9;");
      default -> escaped.appendCodePoint(isXml(c) ? c : 0xfffd);
    }
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c < 0xd800 || c >= 0xe000 && c < 0xfffe || c >= 0x10000;
  }

  /** Resolves the references of XML; there are no others, since a DOCTYPE is refused. */
  static String unescape(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      int end = raw.charAt(i) == '&' ? raw.indexOf(';', i) : -1;
      if (end < 0) {
        text.append(raw.charAt(i++));
      } else {
        text.append(reference(raw.substring(i + 1, end)));
        i = end + 1;
      }
    }
    return text.toString();
  }

  private static String reference(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> character(name);
    };
  }

  private static String character(String name) {
    try {
      int c =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.toString(c);
    } catch (IllegalArgumentException none) {
      return "&" + name + ";";
    }
  }
}
