package dev.ingest.annotate;

import dev.ingest.workbook.CellAddress;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Copies a sheet and changes the style of some cells on the way; a cell or a row that is not stored
 * is put where it belongs (ECMA-376 Part 1, 18.3.1.73 and 18.3.1.4). Formulas and values are not
 * looked at. Used for one pass.
 */
final class SheetEdit {

  /** What may follow the reference to the notes' drawing: ECMA-376 Part 1, 18.3.1.99. */
  private static final Set<String> AFTER_NOTES =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "AlternateContent",
          "webPublishItems",
          "tableParts",
          "extLst");

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  /**
   * What becomes of the sheet's reference to its notes.
   *
   * @param keep whether the one it has stays
   * @param add the id of one to add, or null
   * @param strict whether the part is of the Strict form
   */
  record NotesReference(boolean keep, @Nullable String add, boolean strict) {}

  private record ColumnStyle(int first, int last, int style) {}

  private final NavigableMap<Integer, NavigableSet<Integer>> marked = new TreeMap<>();
  private final CellStyles styles;
  private final boolean restores;
  private final NotesReference notes;
  private final List<ColumnStyle> columns = new ArrayList<>();
  private final Map<Integer, Integer> restored = new HashMap<>();
  private String prefix = "";
  private int row;
  private int column;
  private int rowStyle;
  private NavigableSet<Integer> open = new TreeSet<>();
  private @Nullable String notesId;
  private boolean past;
  private boolean added;

  /**
   * Makes an edit.
   *
   * @param marked the columns to mark, by row
   * @param restores whether marks of an earlier round are taken away
   */
  SheetEdit(
      NavigableMap<Integer, ? extends NavigableMap<Integer, ?>> marked,
      CellStyles styles,
      boolean restores,
      NotesReference notes) {
    marked.forEach((number, cells) -> this.marked.put(number, new TreeSet<>(cells.keySet())));
    this.styles = styles;
    this.restores = restores;
    this.notes = notes;
  }

  void copy(Reader from, Writer out) throws IOException {
    Markup xml = new Markup(from);
    boolean data = false;
    while (xml.next()) {
      if (!data && xml.starts("sheetData") && isChild(xml)) {
        prefix = xml.prefix();
        data = xml.kind() == Markup.Kind.START;
        startData(xml, out);
      } else if (data) {
        data = !xml.ends("sheetData");
        item(xml, out);
      } else {
        around(xml, out);
      }
    }
    out.flush();
  }

  /** Returns the relationship of the notes' drawing, once the sheet was copied, or null. */
  @Nullable String notesId() {
    return notesId;
  }

  private static boolean isChild(Markup xml) {
    return xml.depth() == (xml.kind() == Markup.Kind.EMPTY ? 1 : 2);
  }

  private void startData(Markup xml, Writer out) throws IOException {
    past = true;
    if (xml.kind() == Markup.Kind.START || marked.isEmpty()) {
      xml.copyTo(out);
      return;
    }
    String tag = xml.raw();
    out.write(tag.substring(0, tag.length() - 2) + ">");
    rowsBefore(Integer.MAX_VALUE, out);
    out.write("</" + prefix + "sheetData>");
  }

  /** Copies what stands before and behind the rows. */
  private void around(Markup xml, Writer out) throws IOException {
    if (!past && xml.starts("col")) {
      String tag = xml.raw();
      columns.add(
          new ColumnStyle(
              Tags.number(tag, "min", 1),
              Tags.number(tag, "max", 1),
              Tags.number(tag, "style", 0)));
    }
    boolean tag = xml.kind() == Markup.Kind.START || xml.kind() == Markup.Kind.EMPTY;
    if (past && tag && isChild(xml) && AFTER_NOTES.contains(xml.local())) {
      reference(out);
    } else if (past && xml.kind() == Markup.Kind.END && xml.depth() == 1) {
      reference(out);
    }
    if (xml.starts("legacyDrawing")) {
      notesId = Tags.prefixed(xml.raw(), "id");
    }
    if (notes.keep || !(xml.starts("legacyDrawing") || xml.ends("legacyDrawing"))) {
      xml.copyTo(out);
    }
  }

  private void reference(Writer out) throws IOException {
    if (notes.add != null && !added) {
      String space = notes.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
      out.write(
          "<%slegacyDrawing xmlns:ingestr=\"%s\" ingestr:id=\"%s\"/>"
              .formatted(prefix, space, notes.add));
      added = true;
    }
  }

  private void item(Markup xml, Writer out) throws IOException {
    if (xml.starts("row")) {
      startRow(xml, out);
    } else if (xml.starts("c")) {
      startCell(xml, out);
    } else {
      if (xml.ends("row")) {
        cellsBefore(Integer.MAX_VALUE, out);
      } else if (xml.ends("sheetData")) {
        rowsBefore(Integer.MAX_VALUE, out);
      }
      xml.copyTo(out);
    }
  }

  private void startRow(Markup xml, Writer out) throws IOException {
    String tag = xml.raw();
    int number = Tags.number(tag, "r", row + 1);
    rowsBefore(number, out);
    row = number;
    column = 0;
    NavigableSet<Integer> cells = marked.remove(number);
    open = cells == null ? new TreeSet<>() : cells;
    rowStyle = "1".equals(Tags.attribute(tag, "customFormat")) ? Tags.number(tag, "s", 0) : -1;
    if (xml.kind() == Markup.Kind.EMPTY && !open.isEmpty()) {
      out.write(tag.substring(0, tag.length() - 2) + ">");
      cellsBefore(Integer.MAX_VALUE, out);
      out.write("</" + prefix + "row>");
    } else {
      xml.copyTo(out);
    }
  }

  private void startCell(Markup xml, Writer out) throws IOException {
    if (open.isEmpty() && !restores) {
      xml.copyTo(out);
      return;
    }
    String tag = xml.raw();
    String reference = Tags.attribute(tag, "r");
    column = reference == null ? column + 1 : column(reference);
    cellsBefore(column, out);
    int style = Tags.number(tag, "s", 0);
    int own = restores ? restored.computeIfAbsent(style, styles::restored) : style;
    int wanted = open.remove(column) ? styles.marked(own) : own;
    out.write(wanted == style ? tag : Tags.with(tag, "s", Integer.toString(wanted)));
  }

  private static int column(String reference) {
    int number = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      number = number * 26 + (reference.charAt(i) & 0x1f);
    }
    return number;
  }

  /** Writes the marked cells of the row that are not stored and stand before a column. */
  private void cellsBefore(int end, Writer out) throws IOException {
    while (!open.isEmpty() && open.first() < end) {
      int missing = open.pollFirst();
      int style = styles.marked(rowStyle >= 0 ? rowStyle : columnStyle(missing));
      String name = CellAddress.columnName(missing) + row;
      out.write("<%sc r=\"%s\" s=\"%s\"/>".formatted(prefix, name, style));
    }
  }

  private int columnStyle(int number) {
    for (ColumnStyle one : columns) {
      if (one.first <= number && number <= one.last) {
        return restores ? styles.restored(one.style) : one.style;
      }
    }
    return 0;
  }

  /** Writes the rows with marks that are not stored and stand before a row. */
  private void rowsBefore(int end, Writer out) throws IOException {
    while (!marked.isEmpty() && marked.firstKey() < end) {
      Map.Entry<Integer, NavigableSet<Integer>> missing = marked.pollFirstEntry();
      row = missing.getKey();
      open = missing.getValue();
      rowStyle = -1;
      out.write("<%srow r=\"%s\">".formatted(prefix, row));
      cellsBefore(Integer.MAX_VALUE, out);
      out.write("</" + prefix + "row>");
    }
  }
}
