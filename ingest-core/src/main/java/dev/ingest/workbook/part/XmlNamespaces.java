package dev.ingest.workbook.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prefixes in scope and whether they stand for a namespace that this reader knows. */
final class XmlNamespaces {

  private static final Set<String> KNOWN =
      Set.of(
          "",
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
          "http://schemas.openxmlformats.org/package/2006/relationships");

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

  private final List<Binding> bindings = new ArrayList<>();

  void bind(int depth, String prefix, String uri) {
    bindings.add(new Binding(depth, prefix, uri));
  }

  /** Forgets what the element at this depth declared. */
  void leave(int depth) {
    while (!bindings.isEmpty() && bindings.get(bindings.size() - 1).depth == depth) {
      bindings.remove(bindings.size() - 1);
    }
  }

  boolean isBound(String prefix) {
    return prefix.isEmpty() || RESERVED.contains(prefix) || find(prefix) != null;
  }

  boolean known(String prefix) {
    return KNOWN.contains(uri(prefix));
  }

  boolean relationships(String prefix) {
    return !prefix.isEmpty() && RELATIONSHIPS.contains(uri(prefix));
  }

  boolean compatibility(String prefix) {
    return !prefix.isEmpty() && COMPATIBILITY.equals(uri(prefix));
  }

  /**
   * Returns whether the namespaces of all these prefixes, parted by white space, are understood.
   */
  boolean understood(String prefixes) {
    return Arrays.stream(prefixes.strip().split("\\s+")).map(this::find).allMatch(this::understood);
  }

  private boolean understood(@Nullable Binding binding) {
    return binding != null
        && (KNOWN.contains(binding.uri)
            || RELATIONSHIPS.contains(binding.uri)
            || binding.uri.startsWith(EXTENSIONS));
  }

  private String uri(String prefix) {
    Binding binding = find(prefix);
    return binding == null ? "" : binding.uri;
  }

  private @Nullable Binding find(String prefix) {
    for (int i = bindings.size() - 1; i >= 0; i--) {
      if (bindings.get(i).prefix.equals(prefix)) {
        return bindings.get(i);
      }
    }
    return null;
  }
}
