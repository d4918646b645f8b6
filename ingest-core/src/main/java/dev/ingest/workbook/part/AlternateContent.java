package dev.ingest.workbook.part;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which branches of {@code mc:AlternateContent} are read: of each the first {@code Choice} whose
 * namespaces are understood, else the {@code Fallback} (ECMA-376 Part 3, 7.5). The elements
 * themselves are never seen by those who read the XML.
 */
final class AlternateContent {

  /** One that is open. */
  private static final class Open {

    private final int depth;
    private boolean taken;

    Open(int depth) {
      this.depth = depth;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();

  /** Refuses a document that says it is read wrongly by whoever does not understand it. */
  static void check(XmlAttribute attribute, XmlNamespaces namespaces, Place place) {
    String name = attribute.name().local();
    if (namespaces.compatibility(attribute.name().prefix())
        && (name.equals("ProcessContent")
            || name.equals("MustUnderstand") && !namespaces.understood(attribute.value()))) {
      throw Damage.unsupported(
          place.where(),
          "expected markup that this reader knows, found "
              + attribute.name()
              + "; save the workbook from Excel again");
    }
  }

  /**
   * Returns whether to read on within an element of this namespace that starts.
   *
   * @param understood whether its namespaces are, if it is a choice
   */
  boolean enters(int depth, String local, boolean understood) {
    if (local.equals("AlternateContent")) {
      open.push(new Open(depth));
      return true;
    }
    Open inner = open.peek();
    boolean branch = local.equals("Fallback") || local.equals("Choice") && understood;
    if (inner == null || inner.taken || inner.depth != depth - 1 || !branch) {
      return false;
    }
    inner.taken = true;
    return true;
  }

  /** An element that was entered ends. */
  void leaves(int depth) {
    Open inner = open.peek();
    if (inner != null && inner.depth == depth) {
      open.pop();
    }
  }
}
