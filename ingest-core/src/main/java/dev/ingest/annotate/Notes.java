package dev.ingest.annotate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The notes of a sheet: ECMA-376 Part 1, 18.7. Those of this library have an author of their own.
 * Where a person's note stands in a cell already, ours is put behind it, under a mark.
 */
final class Notes {

  /** The author of our notes, by which they are known in a later round. */
  static final String AUTHOR = "ingest problems";

  /** What our words start with, where they stand in somebody else's note. */
  private static final String MARK = "[ingest] ";

  /** The author of a thread, whose note is only its shadow. */
  private static final String THREAD = "tc=";

  private final String part;
  private final ItemList authors;
  private final ItemList notes;
  private final String p;

  /** Reads a comments part. */
  Notes(String part) {
    this.part = part;
    this.authors = ItemList.of(part, "authors");
    this.notes = ItemList.of(part, "commentList");
    this.p = notes.prefix();
  }

  /**
   * Returns a part without notes.
   *
   * @param space the namespace of the workbook
   */
  static String empty(String space) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\""
        + space
        + "\"><authors></authors><commentList></commentList></comments>";
  }

  boolean isEmpty() {
    return notes.size() == 0;
  }

  /** Takes our notes away and returns their cells, such as {@code C4}. */
  Set<String> removeOurs() {
    int ours = authors.all().indexOf(author());
    Set<String> cells = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    for (String note : notes.all()) {
      if (ours >= 0 && Tags.number(note, "authorId", -1) == ours) {
        cells.add(reference(note));
      } else {
        others.add(withoutOurs(note));
      }
    }
    notes.set(others);
    return cells;
  }

  private String author() {
    return "<%1$sauthor>%2$s</%1$sauthor>".formatted(p, AUTHOR);
  }

  private static String reference(String note) {
    return String.valueOf(Tags.attribute(note, "ref"));
  }

  /** Adds a note and returns whether its cell needs a drawing, since it had none. */
  boolean add(String cell, String text) {
    List<String> all = new ArrayList<>(notes.all());
    for (int i = 0; i < all.size(); i++) {
      if (reference(all.get(i)).equals(cell)) {
        all.set(i, isThread(all.get(i)) ? all.get(i) : withOurs(all.get(i), text));
        notes.set(all);
        return false;
      }
    }
    int author = authors.place(author());
    notes.place(
        "<%scomment ref=\"%s\" authorId=\"%s\"><%stext>%s</%stext></%scomment>"
            .formatted(p, cell, author, p, run(text), p, p));
    return true;
  }

  private String run(String text) {
    return "<%1$sr><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sr>"
        .formatted(p, Tags.escape(text));
  }

  private boolean isThread(String note) {
    int author = Tags.number(note, "authorId", -1);
    return author >= 0 && author < authors.size() && authors.get(author).contains(">" + THREAD);
  }

  /** Puts our words behind a person's; what is no run becomes one, since both may not be. */
  private String withOurs(String note, String text) {
    String ours = run("\n" + MARK + text);
    String close = "</" + p + "text>";
    int end = note.indexOf(close);
    int start = note.indexOf('>', note.indexOf("<" + p + "text")) + 1;
    if (end < 0) {
      return note; // an empty text: nobody's words
    }
    String theirs = note.substring(start, end);
    boolean plain =
        theirs.strip().startsWith("<" + p + "t>") || theirs.strip().startsWith("<" + p + "t ");
    String runs = plain ? "<%1$sr>%2$s</%1$sr>".formatted(p, theirs.strip()) : theirs;
    return note.substring(0, start) + runs + ours + note.substring(end);
  }

  /** Drops the runs that are ours. */
  private static String withoutOurs(String note) {
    if (!note.contains(MARK)) {
      return note;
    }
    StringBuilder kept = new StringBuilder();
    StringBuilder run = new StringBuilder();
    StringBuilder text = new StringBuilder();
    Markup xml = new Markup(new StringReader(note));
    boolean within = false;
    while (xml.next()) {
      within = within || xml.starts("r");
      (within ? run : kept).append(xml.raw());
      text.append(within && xml.kind() == Markup.Kind.TEXT ? Tags.unescape(xml.raw()) : "");
      if (within && xml.ends("r")) {
        kept.append(text.toString().strip().startsWith(MARK) ? "" : run);
        run.setLength(0);
        text.setLength(0);
        within = false;
      }
    }
    return kept.toString();
  }

  /** Returns the part with the notes as they are now. */
  String part() {
    return notes.writeInto(authors.writeInto(part));
  }
}
