package dev.ingest.annotate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of one element, such as {@code <fills count="2">}, as they are written. Items are added
 * behind the others, so that the places of those stay.
 */
final class ItemList {

  private final String container;
  private final String prefix;
  private final List<String> items = new ArrayList<>();
  private boolean changed;

  private ItemList(String container, String prefix, List<String> items) {
    this.container = container;
    this.prefix = prefix;
    this.items.addAll(items);
  }

  /** Reads the list out of a part. */
  static ItemList of(String part, String container) {
    Markup xml = new Markup(new StringReader(part));
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    int within = 0;
    while (xml.next()) {
      if (within == 0 && xml.starts(container)) {
        if (xml.kind() == Markup.Kind.EMPTY) {
          return new ItemList(container, xml.prefix(), items);
        }
        within = xml.depth();
      } else if (within > 0) {
        if (xml.kind() == Markup.Kind.END && xml.depth() == within) {
          return new ItemList(container, xml.prefix(), items);
        }
        item.append(xml.raw());
        if (isItemEnd(xml, within)) {
          items.add(item.toString().strip());
          item.setLength(0);
        }
      }
    }
    throw new UnfitPartException("a list of " + container + " expected, found none");
  }

  private static boolean isItemEnd(Markup xml, int within) {
    return xml.kind() == Markup.Kind.END && xml.depth() == within + 1
        || xml.kind() == Markup.Kind.EMPTY && xml.depth() == within;
  }

  /** Returns the prefix of its elements with its colon, empty where there is none. */
  String prefix() {
    return prefix;
  }

  int size() {
    return items.size();
  }

  String get(int index) {
    return items.get(index);
  }

  List<String> all() {
    return List.copyOf(items);
  }

  /** Puts items in place of all that are there. */
  void set(List<String> others) {
    if (!items.equals(others)) {
      items.clear();
      items.addAll(others);
      changed = true;
    }
  }

  /** Returns the place of an item, which is added unless it is there. */
  int place(String item) {
    int at = items.indexOf(item);
    if (at < 0) {
      items.add(item);
      changed = true;
      return items.size() - 1;
    }
    return at;
  }

  /** Returns the part with the items as they are now; an element without any is left out. */
  String writeInto(String part) {
    if (!changed) {
      return part;
    }
    StringBuilder text = new StringBuilder();
    Markup xml = new Markup(new StringReader(part));
    boolean within = false;
    while (xml.next()) {
      if (xml.starts(container)) {
        within = true;
        list(text, xml.raw());
      }
      if (!within) {
        text.append(xml.raw());
      }
      within = within && !xml.ends(container);
    }
    return text.toString();
  }

  private void list(StringBuilder text, String tag) {
    if (items.isEmpty()) {
      return;
    }
    boolean counts = Tags.attribute(tag, "count") != null;
    String open = counts ? Tags.with(tag, "count", Integer.toString(items.size())) : tag;
    text.append(open.endsWith("/>") ? open.substring(0, open.length() - 2) + ">" : open);
    items.forEach(text::append);
    text.append("</").append(prefix).append(container).append('>');
  }
}
