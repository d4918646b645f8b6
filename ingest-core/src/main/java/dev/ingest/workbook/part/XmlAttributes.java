package dev.ingest.workbook.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of the element just started. */
final class XmlAttributes {

  private final List<XmlAttribute> all = new ArrayList<>();
  private final XmlNamespaces namespaces;

  XmlAttributes(XmlNamespaces namespaces) {
    this.namespaces = namespaces;
  }

  void clear() {
    all.clear();
  }

  /**
   * Reads the rest of a tag and binds the prefixes that it declares.
   *
   * @return whether the element has no content
   */
  boolean read(XmlTokens tokens, int depth) {
    boolean selfClosed = tokens.attributes(all);
    for (XmlAttribute attribute : all) {
      attribute.declare(depth, namespaces);
    }
    return selfClosed;
  }

  /** Fails where the element, or an attribute, has a prefix that stands for nothing. */
  void checkBound(XmlName element, Place place) {
    checkName(element, place);
    for (XmlAttribute attribute : all) {
      checkName(attribute.name(), place);
    }
  }

  private void checkName(XmlName name, Place place) {
    if (!namespaces.isBound(name.prefix())) {
      throw Damage.at(place.where(), "expected a declared prefix, found " + name);
    }
  }

  /** Fails where the root asks for what this reader does not understand. */
  void checkCompatibility(XmlChars chars) {
    for (XmlAttribute attribute : all) {
      AlternateContent.check(attribute, namespaces, chars);
    }
  }

  /** Returns an attribute without prefix, or null. */
  @Nullable String value(String local) {
    for (XmlAttribute attribute : all) {
      if (attribute.name().prefix().isEmpty() && attribute.name().local().equals(local)) {
        return attribute.value();
      }
    }
    return null;
  }

  /** Returns an attribute of a namespace, or null. */
  @Nullable String value(XmlSpace of, String local) {
    for (XmlAttribute attribute : all) {
      XmlName name = attribute.name();
      if (name.local().equals(local)
          && !name.prefix().isEmpty()
          && of.holds(namespaces.uri(name.prefix()))) {
        return attribute.value();
      }
    }
    return null;
  }

  /** Returns an attribute of the relationships' namespace, or null. */
  @Nullable String relationship(String local) {
    for (XmlAttribute attribute : all) {
      if (attribute.name().local().equals(local)
          && namespaces.relationships(attribute.name().prefix())) {
        return attribute.value();
      }
    }
    return null;
  }
}
