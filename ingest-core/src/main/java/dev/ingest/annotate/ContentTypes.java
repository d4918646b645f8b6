package dev.ingest.annotate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which part is what: {@code [Content_Types].xml}. */
final class ContentTypes {

  static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  static final String COMMENTS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
  static final String STYLES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
  private static final String VML = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  private static final String PART = "[Content_Types].xml";

  private final PackageEdit parts;

  ContentTypes(PackageEdit parts) {
    this.parts = parts;
  }

  /** Returns what a part is said to be by its own name, or null. */
  @Nullable String of(String part) {
    Markup xml = parts.markup(PART);
    while (xml.next()) {
      if (xml.starts("Override") && isPart(xml, part)) {
        return xml.attribute("ContentType");
      }
    }
    return null;
  }

  void add(String part, String type) {
    insert(
        "<PREFIXOverride PartName=\"/%s\" ContentType=\"%s\"/>".formatted(Tags.escape(part), type));
  }

  /** Says what drawings of notes are, unless it is said. */
  void addDrawings() {
    Markup xml = parts.markup(PART);
    while (xml.next()) {
      if (xml.starts("Default")
          && "vml".equals(String.valueOf(xml.attribute("Extension")).toLowerCase(Locale.ROOT))) {
        return;
      }
    }
    insert("<PREFIXDefault Extension=\"vml\" ContentType=\"%s\"/>".formatted(VML));
  }

  private void insert(String tag) {
    Markup xml = parts.markup(PART);
    StringBuilder text = new StringBuilder();
    while (xml.next()) {
      if (xml.kind() == Markup.Kind.END && xml.ends("Types")) {
        text.append(tag.replace("PREFIX", xml.prefix()));
      }
      text.append(xml.raw());
    }
    parts.put(PART, text.toString());
  }

  void remove(String part) {
    Markup xml = parts.markup(PART);
    StringBuilder text = new StringBuilder();
    boolean within = false;
    while (xml.next()) {
      within = within || xml.starts("Override") && isPart(xml, part);
      if (!within) {
        text.append(xml.raw());
      }
      within = within && !xml.ends("Override");
    }
    parts.put(PART, text.toString());
  }

  private static boolean isPart(Markup xml, String part) {
    return ("/" + part).equalsIgnoreCase(xml.attribute("PartName"));
  }
}
