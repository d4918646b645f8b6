package dev.ingest.annotate;

import org.jspecify.annotations.Nullable;

/**
 * The cell styles of a workbook, to which those of marked cells are added: each is the cell's own
 * with another fill. The fill is of a colour that nothing but a mark has, and keeps the colour that
 * it covers as its background, which a solid fill does not show: so it can be taken away again,
 * after Excel has numbered all styles anew. Of covered patterns and gradients nothing is kept.
 */
final class CellStyles {

  /** One step from the red that Excel calls bad. */
  private static final String MARK = "FFFFC7CF";

  private static final String NO_COLOUR = "indexed=\"64\"";

  private static final String WRAPPED = " wrapText=\"1\"";

  private final String part;
  private final ItemList fonts;
  private final ItemList fills;
  private final ItemList styles;
  private final String p;

  CellStyles(String part) {
    this.part = part;
    this.fonts = ItemList.of(part, "fonts");
    this.fills = ItemList.of(part, "fills");
    this.styles = ItemList.of(part, "cellXfs");
    this.p = styles.prefix();
  }

  /** Returns the style of a marked cell that has had another. */
  int marked(int style) {
    String own = style < styles.size() ? styles.get(style) : plain();
    int covered = Tags.number(tag(own), "fillId", 0);
    return styles.place(withFill(own, fills.place(mark(colour(covered))), "1"));
  }

  private String plain() {
    return "<%sxf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        .formatted(p);
  }

  /** Returns whether any style is that of a mark. */
  boolean hasMarks() {
    return fills.all().stream().anyMatch(CellStyles::isMark);
  }

  /** Returns the style that a cell had before it was marked; another style is returned as it is. */
  int restored(int style) {
    String own = style < styles.size() ? styles.get(style) : plain();
    int fill = Tags.number(tag(own), "fillId", 0);
    if (fill >= fills.size() || !isMark(fills.get(fill))) {
      return style;
    }
    String colour = attributes(fills.get(fill), "bgColor");
    int covered = colour == null || colour.equals(NO_COLOUR) ? 0 : solid(colour);
    return like(withFill(own, covered, covered == 0 ? null : "1"));
  }

  /** Returns the place of a style that looks the same, whatever it says of applying its fill. */
  private int like(String wanted) {
    String bare = withoutApply(wanted);
    for (int i = 0; i < styles.size(); i++) {
      if (withoutApply(styles.get(i)).equals(bare)) {
        return i;
      }
    }
    return styles.place(wanted);
  }

  private static String withoutApply(String style) {
    return Tags.without(tag(style), "applyFill") + style.substring(tag(style).length());
  }

  private static String withFill(String style, int fill, @Nullable String apply) {
    String tag = Tags.with(tag(style), "fillId", Integer.toString(fill));
    tag = apply == null ? Tags.without(tag, "applyFill") : Tags.with(tag, "applyFill", apply);
    return tag + style.substring(tag(style).length());
  }

  private static String tag(String item) {
    return item.substring(0, item.indexOf('>') + 1);
  }

  private String mark(String covered) {
    return ("<%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sfgColor rgb=\"%2$s\"/>"
            + "<%1$sbgColor %3$s/></%1$spatternFill></%1$sfill>")
        .formatted(p, MARK, covered);
  }

  private static boolean isMark(String fill) {
    return fill.contains("\"" + MARK + "\"") && fill.contains("patternType=\"solid\"");
  }

  /** Returns the attributes of a solid fill's colour; those of none for any other fill. */
  private String colour(int fill) {
    String own = fill < fills.size() ? fills.get(fill) : "";
    if (isMark(own)) {
      String covered = attributes(own, "bgColor");
      return covered == null ? NO_COLOUR : covered;
    }
    String colour = own.contains("patternType=\"solid\"") ? attributes(own, "fgColor") : null;
    return colour == null ? NO_COLOUR : colour;
  }

  private int solid(String colour) {
    for (int i = 0; i < fills.size(); i++) {
      if (!isMark(fills.get(i)) && colour(i).equals(colour)) {
        return i;
      }
    }
    return fills.place(
        ("<%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sfgColor %2$s/>"
                + "<%1$sbgColor %3$s/></%1$spatternFill></%1$sfill>")
            .formatted(p, colour, NO_COLOUR));
  }

  /** Returns what stands in a tag behind its name, or null where there is no such tag. */
  private static @Nullable String attributes(String fill, String name) {
    int at = fill.indexOf(name + " ");
    if (at < 0) {
      return null;
    }
    int start = at + name.length() + 1;
    String rest = fill.substring(start, fill.indexOf('>', start)).strip();
    return rest.endsWith("/") ? rest.substring(0, rest.length() - 1).strip() : rest;
  }

  /** Returns the style of a title. */
  int title() {
    return styled(font("<%1$sb/><%1$ssz val=\"14\"/><%1$sname val=\"Calibri\"/>"), "", "");
  }

  /** Returns the style of a column's heading. */
  int heading() {
    return styled(font("<%1$sb/><%1$ssz val=\"11\"/><%1$sname val=\"Calibri\"/>"), "", "");
  }

  /** Returns the style of a link. */
  int link() {
    String font =
        "<%1$su/><%1$ssz val=\"11\"/><%1$scolor rgb=\"FF0563C1\"/><%1$sname val=\"Calibri\"/>";
    return styled(font(font), "", "");
  }

  /** Returns the style of a line that may run on over the cells beside it. */
  int line() {
    return styled(0, "", "");
  }

  /** Returns the style of text that wraps. */
  int text() {
    return styled(0, "", WRAPPED);
  }

  /** Returns the style of text that stays text when somebody edits it, whatever it starts with. */
  int quoted() {
    return styled(0, " quotePrefix=\"1\"", WRAPPED);
  }

  private int font(String of) {
    return fonts.place(("<%1$sfont>" + of + "</%1$sfont>").formatted(fonts.prefix()));
  }

  private int styled(int font, String more, String wrap) {
    return styles.place(
        ("<%1$sxf numFmtId=\"0\" fontId=\"%2$s\" fillId=\"0\" borderId=\"0\" xfId=\"0\"%3$s"
                + " applyFont=\"1\" applyAlignment=\"1\"><%1$salignment vertical=\"top\"%4$s/></%1$sxf>")
            .formatted(p, font, more, wrap));
  }

  /** Returns the part with the styles that were asked for. */
  String part() {
    return styles.writeInto(fills.writeInto(fonts.writeInto(part)));
  }
}
