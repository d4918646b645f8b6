package dev.ingest.annotate;

import dev.ingest.workbook.part.Relationships;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The relationships of one part, to which some are added and from which some are taken. */
final class Links {

  /**
   * A relationship.
   *
   * @param type its type, whole
   * @param target the part, resolved against the folder of the one that it belongs to
   */
  record Link(String id, String type, String target) {

    /** Returns whether the last step of its type is this, in Transitional as in Strict. */
    boolean is(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "</Relationships>";

  private final PackageEdit parts;
  private final String owner;
  private final String name;

  private Links(PackageEdit parts, String owner) {
    this.parts = parts;
    this.owner = owner;
    int slash = owner.lastIndexOf('/') + 1;
    this.name = owner.substring(0, slash) + "_rels/" + owner.substring(slash) + ".rels";
  }

  /**
   * Opens them.
   *
   * @param owner the part, or the empty text for the package
   */
  static Links of(PackageEdit parts, String owner) {
    return new Links(parts, owner);
  }

  String part() {
    return name;
  }

  List<Link> all() {
    List<Link> all = new ArrayList<>();
    Markup xml = parts.has(name) ? parts.markup(name) : null;
    while (xml != null && xml.next()) {
      if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
        all.add(
            new Link(
                text(xml.attribute("Id")),
                text(xml.attribute("Type")),
                Relationships.resolve(owner, text(xml.attribute("Target")))));
      }
    }
    return all;
  }

  Optional<Link> byId(@Nullable String id) {
    return all().stream().filter(link -> link.id.equals(id)).findFirst();
  }

  Optional<Link> byKind(String kind) {
    return all().stream().filter(link -> link.is(kind)).findFirst();
  }

  /** Adds one and returns its id. */
  String add(String type, String target) {
    String id = freeId();
    String tag =
        "<Relationship Id=\"%s\" Type=\"%s\" Target=\"/%s\"/>"
            .formatted(id, Tags.escape(type), Tags.escape(target));
    Markup xml = new Markup(new StringReader(parts.has(name) ? parts.text(name) : EMPTY));
    StringBuilder text = new StringBuilder();
    while (xml.next()) {
      if (xml.starts("Relationships") && xml.kind() == Markup.Kind.EMPTY) {
        String open = xml.raw();
        text.append(open, 0, open.lastIndexOf('/')).append('>').append(tag);
        text.append("</").append(xml.prefix()).append("Relationships>");
      } else {
        text.append(xml.ends("Relationships") ? prefixed(tag, xml) : "").append(xml.raw());
      }
    }
    parts.put(name, text.toString());
    return id;
  }

  private static String prefixed(String tag, Markup xml) {
    return "<" + xml.prefix() + tag.substring(1);
  }

  private String freeId() {
    String text = parts.has(name) ? parts.text(name) : "";
    int number = 1;
    while (text.contains("\"rIdIngest" + number + "\"")) {
      number++;
    }
    return "rIdIngest" + number;
  }

  void remove(String id) {
    StringBuilder text = new StringBuilder();
    Markup xml = parts.markup(name);
    boolean within = false;
    while (xml.next()) {
      boolean starts = xml.starts("Relationship") && id.equals(xml.attribute("Id"));
      within = within || starts;
      if (!within) {
        text.append(xml.raw());
      }
      within = within && !xml.ends("Relationship");
    }
    parts.put(name, text.toString());
  }

  private static String text(@Nullable String value) {
    if (value == null) {
      throw new UnfitPartException("a whole relationship expected, found a part of one");
    }
    return value;
  }
}
