package dev.ingest.workbook.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prefixes in scope and whether they stand for a namespace that this reader knows. */
final class XmlNamespaces {

  private static final Set<String> KNOWN =
      Set.of(
          "",
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
          "http://schemas.openxmlformats.org/package/2006/relationships",
          "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
          "http://purl.oclc.org/ooxml/officeDocument/extendedProperties");

  private static final Set<String> RELATIONSHIPS =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");

  /** Names and attributes that say how to read the others: ECMA-376 Part 3, 7. */
  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  /** What Excel added since 2007; it takes the branches that are marked so. */
  private static final String EXTENSIONS = "http://schemas.microsoft.com/office/spreadsheetml/";

  /** Bound by definition: Namespaces in XML 1.0, 3. */
  private static final Set<String> RESERVED = Set.of("xml", "xmlns");

  private record Binding(int depth, String prefix, String uri) {}

  /** Up to so many, looking through all is faster than a table; OpenDocument declares forty. */
  private static final int FEW = 8;

  private final List<Binding> bindings = new ArrayList<>();

  /** What was found among many bindings, as long as none comes or goes. */
  private final Map<String, Binding> found = new HashMap<>();

  void bind(int depth, String prefix, String uri) {
    bindings.add(new Binding(depth, prefix, uri));
    found.clear();
  }

  /** Forgets what the element at this depth declared. */
  void leave(int depth) {
    while (!bindings.isEmpty() && bindings.get(bindings.size() - 1).depth == depth) {
      bindings.remove(bindings.size() - 1);
      found.clear();
    }
  }

  boolean isBound(String prefix) {
    return prefix.isEmpty() || RESERVED.contains(prefix) || find(prefix) != null;
  }

  static boolean isKnown(String uri) {
    return KNOWN.contains(uri);
  }

  boolean relationships(String prefix) {
    return !prefix.isEmpty() && RELATIONSHIPS.contains(uri(prefix));
  }

  static boolean isCompatibility(String uri) {
    return COMPATIBILITY.equals(uri);
  }

  boolean compatibility(String prefix) {
    return !prefix.isEmpty() && isCompatibility(uri(prefix));
  }

  /**
   * Returns whether the namespaces of all these prefixes, parted by white space, are understood.
   */
  boolean understood(String prefixes) {
    for (String prefix : prefixes.strip().split("\\s+", -1)) {
      if (!understood(find(prefix))) {
        return false;
      }
    }
    return true;
  }

  private boolean understood(@Nullable Binding binding) {
    return binding != null
        && (KNOWN.contains(binding.uri)
            || RELATIONSHIPS.contains(binding.uri)
            || binding.uri.startsWith(EXTENSIONS));
  }

  /** Returns the namespace that the prefix stands for, or the empty string. */
  String uri(String prefix) {
    Binding binding = find(prefix);
    return binding == null ? "" : binding.uri;
  }

  private @Nullable Binding find(String prefix) {
    if (bindings.size() <= FEW) {
      return search(prefix);
    }
    Binding known = found.get(prefix);
    if (known == null) {
      known = search(prefix);
      if (known != null) {
        found.put(prefix, known);
      }
    }
    return known;
  }

  private @Nullable Binding search(String prefix) {
    for (int i = bindings.size() - 1; i >= 0; i--) {
      if (bindings.get(i).prefix.equals(prefix)) {
        return bindings.get(i);
      }
    }
    return null;
  }
}
