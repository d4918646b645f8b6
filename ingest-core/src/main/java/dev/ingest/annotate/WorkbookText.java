package dev.ingest.annotate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The workbook part: its sheets and its names, some of which come and go. */
final class WorkbookText {

  /** What stands before the names: ECMA-376 Part 1, 18.2.27. */
  private static final Set<String> BEFORE_NAMES =
      Set.of("sheets", "functionGroups", "externalReferences");

  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String TRANSITIONAL =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final int LONGEST_NAME = 31;

  private final PackageEdit parts;
  private final String part;
  private final ItemList sheets;
  private final String p;
  private final List<String> names = new ArrayList<>();

  WorkbookText(PackageEdit parts, String part) {
    this.parts = parts;
    this.part = part;
    this.sheets = ItemList.of(parts.text(part), "sheets");
    this.p = sheets.prefix();
    if (hasNames(parts.text(part))) {
      names.addAll(ItemList.of(parts.text(part), "definedNames").all());
    }
  }

  private static boolean hasNames(String text) {
    return text.contains("definedNames>") || text.contains("definedNames ");
  }

  boolean isStrict() {
    return parts.text(part).contains(STRICT);
  }

  /** Returns the namespace that the workbook is written in. */
  String space() {
    return isStrict() ? STRICT : TRANSITIONAL;
  }

  /** Returns the relationship of a sheet. */
  Optional<String> relationship(String sheet) {
    return sheets.all().stream()
        .filter(tag -> sheet.equalsIgnoreCase(Tags.attribute(tag, "name")))
        .map(tag -> String.valueOf(Tags.prefixed(tag, "id")))
        .findFirst();
  }

  /** Returns the sheet that a name of ours points at, if there is one. */
  Optional<String> problemsSheet() {
    for (String tag : names) {
      if (EarlierRound.PROBLEMS.equalsIgnoreCase(Tags.attribute(tag, "name"))) {
        String formula = formula(tag);
        int end = formula.lastIndexOf('!');
        String sheet = end < 0 ? "" : formula.substring(0, end);
        boolean quoted = sheet.startsWith("'");
        return Optional.of(
            quoted ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet);
      }
    }
    return Optional.empty();
  }

  /** Returns the fills that our names tell of. */
  CoveredFills coveredFills() {
    CoveredFills fills = CoveredFills.none();
    for (String tag : names) {
      String name = String.valueOf(Tags.attribute(tag, "name")).toLowerCase(Locale.ROOT);
      String number =
          name.startsWith(EarlierRound.FILL) ? name.substring(EarlierRound.FILL.length()) : "";
      if (number.matches("\\d{1,3}")) {
        fills.read(Integer.parseInt(number), formula(tag));
      }
    }
    return fills;
  }

  private static String formula(String tag) {
    int end = tag.lastIndexOf("</");
    return end < 0 ? "" : Tags.unescape(tag.substring(tag.indexOf('>') + 1, end)).strip();
  }

  /** Takes our names away. */
  void removeNames() {
    names.removeIf(WorkbookText::isOurs);
  }

  private static boolean isOurs(String tag) {
    String name = String.valueOf(Tags.attribute(tag, "name"));
    return name.toLowerCase(Locale.ROOT).startsWith(EarlierRound.PREFIX);
  }

  /** Takes a sheet away, and what names count by its place. */
  void removeSheet(String name) {
    List<String> all = new ArrayList<>(sheets.all());
    int place = 0;
    while (!name.equalsIgnoreCase(Tags.attribute(all.get(place), "name"))) {
      place++;
    }
    int removed = place;
    all.remove(removed);
    sheets.set(all);
    names.removeIf(tag -> Tags.number(tag, "localSheetId", -1) == removed);
    names.replaceAll(tag -> moved(tag, removed));
    parts.put(part, activeWithin(parts.text(part), removed));
  }

  private static String moved(String tag, int removed) {
    int of = Tags.number(tag, "localSheetId", -1);
    return of > removed ? Tags.with(tag, "localSheetId", Integer.toString(of - 1)) : tag;
  }

  /** Lets the sheet that is shown first be one that there is. */
  private static String activeWithin(String text, int removed) {
    Markup xml = new Markup(new StringReader(text));
    StringBuilder changed = new StringBuilder();
    while (xml.next()) {
      String raw = xml.raw();
      int active = xml.starts("workbookView") ? Tags.number(raw, "activeTab", 0) : 0;
      changed.append(
          active > 0 && active >= removed
              ? Tags.with(raw, "activeTab", Integer.toString(active == removed ? 0 : active - 1))
              : raw);
    }
    return changed.toString();
  }

  /** Returns a name for a sheet that no sheet has: {@code Problems}, {@code Problems 2}. */
  String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; relationship(name).isPresent(); i++) {
      name = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME - 5)) + " " + i;
    }
    return name;
  }

  /** Adds a sheet behind the others. */
  void addSheet(String name, String relationship) {
    int id = 0;
    for (String tag : sheets.all()) {
      id = Math.max(id, Tags.number(tag, "sheetId", 0));
    }
    String space =
        isStrict()
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    sheets.place(
        "<%ssheet name=\"%s\" sheetId=\"%s\" xmlns:ingestr=\"%s\" ingestr:id=\"%s\"/>"
            .formatted(p, Tags.escape(name), id + 1, space, relationship));
  }

  /** Adds a name that people are not shown. */
  void addName(String name, String formula) {
    names.add(
        "<%1$sdefinedName name=\"%2$s\" hidden=\"1\">%3$s</%1$sdefinedName>"
            .formatted(p, name, Tags.escape(formula)));
  }

  /** Puts the part in place with its sheets and names as they are now. */
  void write() {
    String text = sheets.writeInto(parts.text(part));
    if (hasNames(text)) {
      ItemList list = ItemList.of(text, "definedNames");
      list.set(names);
      text = list.writeInto(text);
    } else if (!names.isEmpty()) {
      text = withNames(text);
    }
    parts.put(part, text);
  }

  private String withNames(String text) {
    String all = "<%1$sdefinedNames>%2$s</%1$sdefinedNames>".formatted(p, String.join("", names));
    Markup xml = new Markup(new StringReader(text));
    StringBuilder changed = new StringBuilder();
    boolean past = false;
    boolean written = false;
    while (xml.next()) {
      boolean tag = xml.kind() != Markup.Kind.TEXT && xml.kind() != Markup.Kind.OTHER;
      boolean child =
          tag
              && xml.kind() != Markup.Kind.END
              && xml.depth() == (xml.kind() == Markup.Kind.EMPTY ? 1 : 2);
      boolean end = xml.kind() == Markup.Kind.END && xml.depth() == 1;
      if (!written && past && (end || child && !BEFORE_NAMES.contains(xml.local()))) {
        changed.append(all);
        written = true;
      }
      past |= child && BEFORE_NAMES.contains(xml.local());
      changed.append(xml.raw());
    }
    return changed.toString();
  }
}
