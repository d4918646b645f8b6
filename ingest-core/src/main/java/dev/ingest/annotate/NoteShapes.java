package dev.ingest.annotate;

import dev.ingest.workbook.CellAddress;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drawing of a sheet's notes, in VML (ECMA-376 Part 4, 19): a note without a shape is shown by
 * no Excel. Shapes of others are kept as they stand, those of buttons and images too.
 */
final class NoteShapes {

  private static final Pattern ID = Pattern.compile("_x0000_s(\\d{1,9})");
  private static final String TYPE = "_x0000_t202";
  private static final int FIRST = 1025;

  private static final String EMPTY =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
      <o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>""";

  private static final String SHAPE_TYPE =
      """
      <v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
      <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""";

  private static final String SHAPE =
      """
      <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s%s" type="#_x0000_t202" \
      style="position:absolute;margin-left:80pt;margin-top:2pt;width:200pt;height:60pt;z-index:1;visibility:hidden" \
      fillcolor="#fdeae8" o:insetmode="auto"><v:fill color2="#fdeae8"/><v:shadow on="t" color="black" obscured="t"/>\
      <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor>\
      <x:AutoFill>False</x:AutoFill><x:Row>%s</x:Row><x:Column>%s</x:Column></x:ClientData></v:shape>""";

  private String part;
  private final StringBuilder added = new StringBuilder();
  private int next;

  NoteShapes(String part) {
    this.part = part;
    this.next = FIRST;
    Matcher ids = ID.matcher(part);
    while (ids.find()) {
      next = Math.max(next, Integer.parseInt(ids.group(1)) + 1);
    }
  }

  static String empty() {
    return EMPTY;
  }

  /** Returns whether anything is drawn. */
  boolean isEmpty() {
    return !part.contains(":shape ") && !part.contains("<shape ") && added.length() == 0;
  }

  /** Adds the shape of a note. */
  void add(int row, int column) {
    int right = Math.min(CellAddress.MAX_COLUMN - 1, column + 3);
    int bottom = Math.min(CellAddress.MAX_ROW - 1, row + 3);
    String anchor =
        "%s, 15, %s, 2, %s, 31, %s, 4"
            .formatted(Math.min(column, right), Math.max(0, row - 2), right, bottom);
    added.append(SHAPE.formatted(next++, anchor, row - 1, column - 1));
  }

  /** Takes the shapes of the notes of these cells away, such as {@code C4}. */
  void remove(Set<String> cells) {
    StringBuilder kept = new StringBuilder();
    StringBuilder shape = new StringBuilder();
    Markup xml = new Markup(new StringReader(part));
    boolean within = false;
    while (xml.next()) {
      within = within || xml.starts("shape");
      (within ? shape : kept).append(xml.raw());
      if (within && xml.ends("shape")) {
        kept.append(isNoteOf(shape.toString(), cells) ? "" : shape);
        shape.setLength(0);
        within = false;
      }
    }
    part = kept.append(shape).toString();
  }

  private static boolean isNoteOf(String shape, Set<String> cells) {
    int row = number(shape, "Row>");
    int column = number(shape, "Column>");
    return shape.contains("\"Note\"")
        && row >= 0
        && column >= 0
        && cells.contains(CellAddress.columnName(column + 1) + (row + 1));
  }

  private static int number(String shape, String tag) {
    int at = shape.indexOf(":" + tag);
    int end = at < 0 ? -1 : shape.indexOf('<', at);
    String text = end < 0 ? "" : shape.substring(at + 1 + tag.length(), end).strip();
    return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
  }

  /** Returns the part with the shapes as they are now. */
  String part() {
    if (added.length() == 0) {
      return part;
    }
    int end = part.lastIndexOf("</");
    if (end < 0) {
      throw new UnfitPartException("a drawing of notes expected, found something else");
    }
    String type = part.contains("id=\"" + TYPE + "\"") ? "" : SHAPE_TYPE;
    return part.substring(0, end) + type + added + part.substring(end);
  }
}
