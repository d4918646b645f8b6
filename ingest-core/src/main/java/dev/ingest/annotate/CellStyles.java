package dev.ingest.annotate;

import org.jspecify.annotations.Nullable;

/**
 * The cell styles of a workbook, to which those of marked cells are added: each is the cell's own
 * with another fill. The fills of marks have colours that nothing else has, one for each fill that
 * they cover; which one that is stands in a defined name. So a mark can be taken away again after
 * another program has numbered all styles anew.
 */
final class CellStyles {

  private static final String WRAPPED = " wrapText=\"1\"";

  private final String part;
  private final ItemList fonts;
  private final ItemList fills;
  private final ItemList styles;
  private final CoveredFills earlier;
  private final CoveredFills covered = CoveredFills.none();
  private final String p;

  /**
   * Reads the styles.
   *
   * @param earlier the fills under the marks of an earlier round
   */
  CellStyles(String part, CoveredFills earlier) {
    this.part = part;
    this.fonts = ItemList.of(part, "fonts");
    this.fills = ItemList.of(part, "fills");
    this.styles = ItemList.of(part, "cellXfs");
    this.earlier = earlier;
    this.p = styles.prefix();
  }

  /** Returns the fills under the marks, those that were asked for so far. */
  CoveredFills covered() {
    return covered;
  }

  /** Returns the style of a marked cell that has had another. */
  int marked(int style) {
    String own = style < styles.size() ? styles.get(style) : plain();
    int fill = Tags.number(tag(own), "fillId", 0);
    String under = fill > 0 && fill < fills.size() ? withoutPrefix(fills.get(fill)) : "";
    return styles.place(withFill(own, fills.place(mark(covered.colour(under))), "1"));
  }

  private String withoutPrefix(String fill) {
    return p.isEmpty() ? fill : fill.replace("<" + p, "<").replace("</" + p, "</");
  }

  private String plain() {
    return "<%sxf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        .formatted(p);
  }

  /** Returns whether any style is that of a mark. */
  boolean hasMarks() {
    return fills.all().stream().anyMatch(fill -> CoveredFills.isMark(colour(fill)));
  }

  /** Returns the style that a cell had before it was marked; another style is returned as it is. */
  int restored(int style) {
    String own = style < styles.size() ? styles.get(style) : plain();
    int fill = Tags.number(tag(own), "fillId", 0);
    String colour = fill < fills.size() ? colour(fills.get(fill)) : "";
    if (!CoveredFills.isMark(colour)) {
      return style;
    }
    String under = earlier.under(colour);
    int before = under.isEmpty() ? 0 : fills.place(withPrefix(under));
    return like(withFill(own, before, before == 0 ? null : "1"));
  }

  private String withPrefix(String fill) {
    return p.isEmpty() ? fill : fill.replaceAll("<(/?)(?=\\w)", "<$1" + p);
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

  private String mark(String colour) {
    return ("<%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sfgColor rgb=\"%2$s\"/>"
            + "<%1$sbgColor indexed=\"64\"/></%1$spatternFill></%1$sfill>")
        .formatted(p, colour);
  }

  /** Returns the colour of a solid fill, as it is written; empty for any other. */
  private static String colour(String fill) {
    int at = fill.contains("patternType=\"solid\"") ? fill.indexOf("fgColor ") : -1;
    String tag = at < 0 ? "" : "<" + fill.substring(at, fill.indexOf('>', at) + 1);
    String rgb = tag.isEmpty() ? null : Tags.attribute(tag, "rgb");
    return rgb == null ? "" : rgb;
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
