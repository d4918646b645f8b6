package dev.ingest.workbook.ods;

import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.part.Damage;
import dev.ingest.workbook.part.Names;
import dev.ingest.workbook.part.XmlReader;
import dev.ingest.workbook.part.XmlReader.Event;
import dev.ingest.workbook.part.XmlSpace;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs of a cell, a line each: OpenDocument 1.3 part 3, 5.1.3 and 6.1. Runs are joined,
 * white space is collapsed as LibreOffice does it: none at a paragraph's start, one space
 * elsewhere. Comments, notes, shapes and phonetic text are left out.
 */
final class CellText {

  /** Elements of text that hold paragraphs. */
  private static final Set<String> BLOCKS =
      Set.of("list", "list-item", "list-header", "section", "numbered-paragraph");

  /** Elements of text that are not part of it. */
  private static final Set<String> BESIDE =
      Set.of("note", "ruby-text", "script", "tracked-changes");

  /** Elements of these stand beside the text; those of other vocabularies enclose some. */
  private static final List<XmlSpace> NOT_TEXT = List.of(Odf.OFFICE, Odf.DRAW, Odf.TABLE, Odf.FORM);

  private final XmlReader xml;
  private final ReadLimits limits;
  private final StringBuilder all = new StringBuilder();
  private boolean any;
  private boolean afterSpace;

  CellText(XmlReader xml, ReadLimits limits) {
    this.xml = xml;
    this.limits = limits;
  }

  /** Reads the cell at whose start the reader stands, to its end; null without a paragraph. */
  @Nullable String read() {
    all.setLength(0);
    any = false;
    int depth = 1;
    while (depth > 0) {
      Event event = xml.next();
      if (event == Event.END) {
        depth--;
      } else if (event == Event.START) {
        if (xml.starts(Odf.TEXT, "p") || xml.starts(Odf.TEXT, "h")) {
          paragraph();
        } else if (xml.in(Odf.TEXT) && BLOCKS.contains(xml.local())) {
          depth++;
        } else {
          xml.skip();
        }
      }
    }
    return any ? all.toString() : null;
  }

  private void paragraph() {
    if (any) {
      all.append('\n');
    }
    any = true;
    afterSpace = true;
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case TEXT -> collapse(xml.text());
        case START -> depth += inline();
        default -> depth--;
      }
      checkLength(0);
    }
  }

  /** Takes an element within a paragraph and returns 1 where its text belongs to it, else 0. */
  private int inline() {
    if (NOT_TEXT.stream().anyMatch(xml::in)) {
      xml.skip();
      return 0;
    }
    if (!xml.in(Odf.TEXT)) {
      return 1;
    }
    switch (xml.local()) {
      case "s" -> spaces();
      case "tab" -> literal('\t');
      case "line-break" -> literal('\n');
      default -> {
        if (!BESIDE.contains(xml.local())) {
          return 1;
        }
      }
    }
    xml.skip();
    return 0;
  }

  private void literal(char c) {
    all.append(c);
    afterSpace = false;
  }

  private void spaces() {
    String count = xml.attribute(Odf.TEXT, "c");
    long spaces = count == null ? 1 : Counts.parse(count);
    if (spaces < 0) {
      throw Damage.at(xml.where(), "expected a count of spaces, found " + Names.shown(count + ""));
    }
    checkLength(spaces);
    all.append(" ".repeat((int) spaces));
    afterSpace = false;
  }

  private void collapse(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) {
        all.append(c);
      } else if (!afterSpace) {
        all.append(' ');
      }
      afterSpace = space;
    }
  }

  private void checkLength(long more) {
    if (more > limits.textLength() - all.length()) {
      throw ReadLimits.exceeded(xml.where(), "textLength", limits.textLength());
    }
  }
}
