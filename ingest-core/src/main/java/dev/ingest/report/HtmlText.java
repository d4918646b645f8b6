package dev.ingest.report;

/** Writes HTML in which every text and every attribute is escaped. Not thread-safe. */
final class HtmlText {

  private final StringBuilder html = new StringBuilder(16 << 10);

  /** Starts an element without attributes. */
  HtmlText open(String tag) {
    html.append('<').append(tag).append('>');
    return this;
  }

  /** Starts an element with attributes, given as names and values in turn. */
  HtmlText open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      text(attributes[i + 1]);
      html.append('"');
    }
    html.append('>');
    return this;
  }

  HtmlText close(String tag) {
    html.append("</").append(tag).append(">\n");
    return this;
  }

  /** Writes an element that holds text only. */
  HtmlText element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).end(tag);
  }

  /** Ends an element within a line, where a line end would be a space. */
  HtmlText end(String tag) {
    html.append("</").append(tag).append('>');
    return this;
  }

  /** Writes text; controls and halves of pairs, which no page may hold, become U+FFFD. */
  HtmlText text(String text) {
    text.codePoints().forEach(this::character);
    return this;
  }

  private void character(int c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      case '\n', '\r', '\t' -> html.append(' ');
      default -> html.appendCodePoint(isShown(c) ? c : 0xfffd);
    }
  }

  private static boolean isShown(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }

  /** Writes what this class or its like has made, such as a style sheet. */
  HtmlText raw(String trusted) {
    html.append(trusted);
    return this;
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
